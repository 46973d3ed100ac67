package io.stead.model;

import java.util.List;
import java.util.Map;

/**
 * What a change does, or would do. Source: contract 3.1.
 *
 * @param id for {@code planId} of the change itself; stays the same as long as nothing of the plan moves
 * @param applied false after a dry run
 * @param counts all effects
 * @param effects the first 100
 * @param effectsCapped whether there are more
 * @param unknown members that this version does not know
 */
public record ChangePlan(
        String id, boolean applied, EffectCounts counts, List<PlannedEffect> effects, boolean effectsCapped,
        Map<String, Object> unknown)
        implements Answer {}
