package io.stead.model;

import java.util.Map;

/**
 * Something that a change does to something else. Source: contract 3.1.
 *
 * @param kind what it does
 * @param id the identity or document
 * @param unknown members that this version does not know
 */
public record PlannedEffect(
        Effect kind, String id, Map<String, Object> unknown)
        implements Answer {}
