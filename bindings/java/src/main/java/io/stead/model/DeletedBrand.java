package io.stead.model;

import java.util.Map;

/**
 * A brand that is gone. Source: contract 5.
 *
 * @param id its id
 * @param unknown members that this version does not know
 */
public record DeletedBrand(
        String id, Map<String, Object> unknown)
        implements Answer {}
