package io.stead.model;

import java.util.Map;

/**
 * A sender identity that is gone. Source: contract 2.6.
 *
 * @param id its id
 * @param unknown members that this version does not know
 */
public record DeletedIdentity(
        String id, Map<String, Object> unknown)
        implements Answer {}
