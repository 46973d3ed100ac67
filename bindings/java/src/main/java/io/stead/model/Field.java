package io.stead.model;

import java.util.Map;

/**
 * A field of a signer. Source: contract 4.5.
 *
 * @param id its id
 * @param fieldType what is filled in
 * @param fileIndex which file, 0 is the first
 * @param pageNumber which page of that file, 1 is the first
 * @param bounds where on the page
 * @param isRequired whether it must be filled in
 * @param name its name
 * @param value what stands in it, empty when nothing
 * @param unknown members that this version does not know
 */
public record Field(
        String id, FieldType fieldType, int fileIndex, int pageNumber, Bounds bounds, boolean isRequired,
        String name, String value, Map<String, Object> unknown)
        implements Answer {}
