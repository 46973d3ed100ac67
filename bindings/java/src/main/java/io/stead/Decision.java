package io.stead;

import io.stead.model.Authority;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to "may the actor do this, and for whom?". No question that starts after a revocation has returned, in any
 * thread or process on the store, is answered with allowed. Source: design 4.
 *
 * @param allowed whether it is allowed
 * @param authority what the answer rests on
 * @param reason code of the first rule that refused, e.g. {@code consentPending}; empty when allowed
 * @param remedy the verb that mends the refusal, e.g. {@code identity.resend}; empty when there is none
 * @param grantId the grant concerned, on refusals too
 * @param grantVersion its version
 * @param validUntil until when an allowed answer lasts by itself; empty when no end is known
 */
public record Decision(
        boolean allowed, Authority authority, Optional<String> reason, Optional<String> remedy,
        Optional<String> grantId, OptionalLong grantVersion, Optional<Instant> validUntil) {
    /**
     * Whether it was refused for this reason.
     *
     * @param code a code
     * @return true when it was
     */
    public boolean refusedFor(Code code) {
        return reason.isPresent() && reason.get().equals(code.wireName());
    }
}
