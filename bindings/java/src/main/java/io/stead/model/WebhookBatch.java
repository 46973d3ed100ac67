package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests to make. Source: contract 6.1.
 *
 * @param items the requests, each under a lease
 * @param nextDueAt when the next one is due
 * @param unknown members that this version does not know
 */
public record WebhookBatch(
        List<WebhookMessage> items, Optional<Instant> nextDueAt, Map<String, Object> unknown)
        implements Answer {}
