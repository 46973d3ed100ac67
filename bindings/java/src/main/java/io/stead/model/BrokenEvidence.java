package io.stead.model;

import java.util.Map;
import java.util.OptionalLong;

/**
 * The first place where evidence does not hold. Source: design 6.
 *
 * @param check the check that failed
 * @param text in words, for people
 * @param index the entry concerned
 * @param unknown members that this version does not know
 */
public record BrokenEvidence(
        String check, String text, OptionalLong index, Map<String, Object> unknown)
        implements Answer {}
