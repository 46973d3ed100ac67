package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages to deliver. Source: design 5.
 *
 * @param items the messages, each under a lease
 * @param nextDueAt when the next one is due
 * @param unknown members that this version does not know
 */
public record OutboxBatch(
        List<OutboxMessage> items, Optional<Instant> nextDueAt, Map<String, Object> unknown)
        implements Answer {}
