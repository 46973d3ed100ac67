package io.stead.model;

import java.util.Map;

/**
 * Somebody by name and address. Source: design 1.
 *
 * @param name the name
 * @param email the e-mail address
 * @param unknown members that this version does not know
 */
public record Person(
        String name, String email, Map<String, Object> unknown)
        implements Answer {}
