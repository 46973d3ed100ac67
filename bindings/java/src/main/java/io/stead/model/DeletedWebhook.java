package io.stead.model;

import java.util.Map;

/**
 * A webhook that is gone. Source: contract 6.1.
 *
 * @param id its id
 * @param unknown members that this version does not know
 */
public record DeletedWebhook(
        String id, Map<String, Object> unknown)
        implements Answer {}
