package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recorded permission of an owner. Source: design 1.
 *
 * @param id its id
 * @param version goes up with every change
 * @param operations the acts it allows
 * @param from from when on
 * @param until until when
 * @param endedAt when it was ended
 * @param endReason why it was ended
 * @param unknown members that this version does not know
 */
public record Grant(
        String id, long version, List<Operation> operations, Optional<Instant> from, Optional<Instant> until,
        Optional<Instant> endedAt, Optional<String> endReason, Map<String, Object> unknown)
        implements Answer {}
