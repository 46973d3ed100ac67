package io.stead.model;

import java.time.Instant;
import java.util.Map;

/**
 * A team of an account. Source: contract 3.
 *
 * @param id its id
 * @param name its name
 * @param createdAt when it was made
 * @param unknown members that this version does not know
 */
public record Team(
        String id, String name, Instant createdAt, Map<String, Object> unknown)
        implements Answer {}
