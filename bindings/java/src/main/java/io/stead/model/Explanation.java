package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A decision in words. Source: design 4.
 *
 * @param allowed whether it is allowed
 * @param operation the act
 * @param authority what it rests on
 * @param text in words, for people
 * @param reason the code of the first rule that refused
 * @param rule that rule
 * @param remedy the verb that mends it
 * @param grantId the grant it rests on
 * @param grantVersion the version of that grant
 * @param validUntil until when an allowed answer lasts by itself
 * @param unknown members that this version does not know
 */
public record Explanation(
        boolean allowed, String operation, Authority authority, String text, Optional<String> reason,
        Optional<String> rule, Optional<String> remedy, Optional<String> grantId, OptionalLong grantVersion,
        Optional<Instant> validUntil, Map<String, Object> unknown)
        implements Answer {}
