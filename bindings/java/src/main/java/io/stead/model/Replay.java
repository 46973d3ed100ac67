package io.stead.model;

import java.util.Map;

/**
 * A recorded act beside the decision made again. Source: design 4, 6.
 *
 * @param index the entry
 * @param recorded what it says
 * @param decision what was decided again
 * @param agrees whether both say the same
 * @param unknown members that this version does not know
 */
public record Replay(
        long index, RecordedAct recorded, PastDecision decision, boolean agrees, Map<String, Object> unknown)
        implements Answer {}
