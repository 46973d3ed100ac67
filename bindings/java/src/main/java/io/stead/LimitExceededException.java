package io.stead;

/** A size or a rate exceeds its limit. Source: design 8. */
public final class LimitExceededException extends SteadException {
    private static final long serialVersionUID = 1L;

    LimitExceededException(Failures.Failure failure) {
        super(Status.LIMIT, failure);
    }
}
