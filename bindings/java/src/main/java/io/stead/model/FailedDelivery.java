package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a message that could not be delivered. Source: design 5.
 *
 * @param dead whether it is given up
 * @param nextAttemptAt when it is tried again
 * @param unknown members that this version does not know
 */
public record FailedDelivery(
        boolean dead, Optional<Instant> nextAttemptAt, Map<String, Object> unknown)
        implements Answer {}
