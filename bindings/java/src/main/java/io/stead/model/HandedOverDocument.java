package io.stead.model;

import java.util.Map;

/**
 * A document as it is now. Source: design 3.
 *
 * @param id the document
 * @param version goes up with every change
 * @param unknown members that this version does not know
 */
public record HandedOverDocument(
        String id, long version, Map<String, Object> unknown)
        implements Answer {}
