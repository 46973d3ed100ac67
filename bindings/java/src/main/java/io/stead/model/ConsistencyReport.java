package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * Whether a log only grew between two checkpoints. Source: design 6.
 *
 * @param ok whether it did
 * @param origin name of the log
 * @param from how many entries the older checkpoint covers
 * @param to how many entries the newer checkpoint covers
 * @param broken what does not fit
 * @param unknown members that this version does not know
 */
public record ConsistencyReport(
        boolean ok, String origin, long from, long to, Optional<BrokenConsistency> broken, Map<String, Object> unknown)
        implements Answer {}
