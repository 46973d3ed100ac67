package io.stead.model;

import java.util.Map;

/**
 * Why a later checkpoint does not continue an earlier one. Source: design 6.
 *
 * @param check {@code proof}, {@code older}, {@code newer}, {@code origin}, {@code size} or {@code root}
 * @param text why, for people
 * @param unknown members that this version does not know
 */
public record BrokenConsistency(
        String check, String text, Map<String, Object> unknown)
        implements Answer {}
