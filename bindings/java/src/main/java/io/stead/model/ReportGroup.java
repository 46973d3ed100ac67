package io.stead.model;

import io.stead.internal.OrNull;
import java.util.Map;
import java.util.Optional;

/**
 * Documents that have a value in common.
 *
 * @param value e-mail key, id, word or text; empty: documents without one
 * @param count how many
 * @param name of a person or team
 * @param unknown members that this version does not know
 */
public record ReportGroup(
        @OrNull Optional<String> value, long count, Optional<String> name, Map<String, Object> unknown)
        implements Answer {}
