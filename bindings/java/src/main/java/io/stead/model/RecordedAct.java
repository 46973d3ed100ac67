package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an entry of the trail says was decided. Source: design 6.
 *
 * @param at when
 * @param operation what
 * @param actorId by whom
 * @param outcome how it ended
 * @param reason the code of a refusal
 * @param authority what it rested on
 * @param grantId the grant it rested on
 * @param grantVersion the version of that grant
 * @param unknown members that this version does not know
 */
public record RecordedAct(
        Instant at, String operation, String actorId, Outcome outcome, Optional<String> reason,
        Optional<Authority> authority, Optional<String> grantId, OptionalLong grantVersion,
        Map<String, Object> unknown)
        implements Answer {}
