package io.stead.model;

import java.time.Instant;
import java.util.Map;

/**
 * A team of an account. Source: contract 3.2.
 *
 * @param id its id
 * @param name its name
 * @param version goes up with every change
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param unknown members that this version does not know
 */
public record Team(
        String id, String name, long version, Instant createdAt, Instant updatedAt, Map<String, Object> unknown)
        implements Answer {}
