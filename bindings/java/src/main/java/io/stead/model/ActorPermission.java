package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who may act for the session's user. Source: design 4.
 *
 * @param grantId the grant
 * @param version goes up with every change
 * @param actor who may act
 * @param principal for whom
 * @param operations the acts it allows
 * @param bornAt when the owner agreed
 * @param from from when on
 * @param until until when
 * @param endedAt when it was ended
 * @param endReason why it was ended
 * @param unknown members that this version does not know
 */
public record ActorPermission(
        String grantId, long version, UserRef actor, Person principal, List<Operation> operations, Instant bornAt,
        Optional<Instant> from, Optional<Instant> until, Optional<Instant> endedAt, Optional<String> endReason,
        Map<String, Object> unknown)
        implements Answer {}
