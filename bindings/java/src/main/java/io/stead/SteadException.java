package io.stead;

import java.util.List;
import java.util.Optional;

/**
 * Why a call failed: a subclass for each status, a stable code for what exactly happened, one line for people. Never
 * holds a secret. Source: design 8.
 */
public abstract sealed class SteadException extends RuntimeException
        permits InvalidException, RefusedException, NotFoundException, ConflictException, UnauthenticatedException,
                LimitExceededException, BusyException, StorageFailedException, MisuseException, InternalException {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    private final String code;
    /** The coarse kind. */
    private final Status status;
    /** Whether trying again may help. */
    private final boolean retriable;
    /** The verb that mends it, or nothing. */
    private final String remedy;
    private final transient List<FieldError> fields;

    SteadException(Status status, Failures.Failure failure) {
        super(failure.text());
        this.status = status;
        this.code = failure.code();
        this.retriable = failure.retriable();
        this.remedy = failure.remedy();
        this.fields = failure.fields();
    }

    /**
     * The stable word for what happened; docs/errors.md lists them all.
     *
     * @return for example {@code consentPending}; a newer library may say words that {@link Code} does not know
     */
    public String code() {
        return code;
    }

    /**
     * The code as a constant.
     *
     * @return empty when the library said a word that this version does not know
     */
    public Optional<Code> knownCode() {
        return Code.fromWire(code);
    }

    /**
     * Whether this is what happened.
     *
     * @param other a code
     * @return true when it is
     */
    public boolean is(Code other) {
        return other.wireName().equals(code);
    }

    /**
     * The coarse kind, which the class says too.
     *
     * @return never {@link Status#OK}
     */
    public Status status() {
        return status;
    }

    /**
     * Whether the same call may succeed later without any change.
     *
     * @return true when trying again may help
     */
    public boolean retriable() {
        return retriable;
    }

    /**
     * The verb that mends a refusal.
     *
     * @return for example {@code identity.resend}; empty where there is none
     */
    public Optional<String> remedy() {
        return remedy.isEmpty() ? Optional.empty() : Optional.of(remedy);
    }

    /**
     * The members of the request that are at fault, all of them at once.
     *
     * @return empty when the request was not at fault
     */
    public List<FieldError> fields() {
        return fields == null ? List.of() : fields;
    }
}
