package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A decision of another moment, made again from the audit trail. Source: design 4, 6.
 *
 * @param allowed whether it was allowed
 * @param operation the act
 * @param authority what it rests on
 * @param text in words, for people
 * @param actorId who wanted to act
 * @param at the moment
 * @param before nothing from this entry on was known
 * @param entries indices of the entries it rests on; each can be proved
 * @param reason the code of the first rule that refused
 * @param rule that rule
 * @param grantId the grant it rests on
 * @param grantVersion the version of that grant
 * @param validUntil until when an allowed answer lasted by itself
 * @param unknown members that this version does not know
 */
public record PastDecision(
        boolean allowed, String operation, Authority authority, String text, String actorId, Instant at, long before,
        List<Long> entries, Optional<String> reason, Optional<String> rule, Optional<String> grantId,
        OptionalLong grantVersion, Optional<Instant> validUntil, Map<String, Object> unknown)
        implements Answer {}
