package io.stead.model;

import java.util.Map;

/**
 * The first place where an audit trail does not fit. Source: design 6.
 *
 * @param check the check that failed
 * @param from the first entry concerned
 * @param to the last entry concerned
 * @param text in words, for people
 * @param unknown members that this version does not know
 */
public record BrokenTrail(
        TrailCheck check, long from, long to, String text, Map<String, Object> unknown)
        implements Answer {}
