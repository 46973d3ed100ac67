package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was due and is done now. Source: design 3.
 *
 * @param scheduledSent scheduled documents whose moment came
 * @param expired documents that expired
 * @param trashPurged documents removed from the trash
 * @param lapsed consent requests that lapsed
 * @param orphansSwept files that nobody references
 * @param requestsForgotten request ids that are too old
 * @param more whether there is more to do at once
 * @param nextDueAt when there is more to do, as far as is known
 * @param unknown members that this version does not know
 */
public record DueWork(
        int scheduledSent, int expired, int trashPurged, int lapsed, int orphansSwept, int requestsForgotten,
        boolean more, Optional<Instant> nextDueAt, Map<String, Object> unknown)
        implements Answer {}
