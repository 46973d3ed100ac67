package io.stead.model;

import java.util.Map;

/**
 * A user by id, name and address. Source: design 11.
 *
 * @param id its id
 * @param name the name
 * @param email the e-mail address
 * @param unknown members that this version does not know
 */
public record UserRef(
        String id, String name, String email, Map<String, Object> unknown)
        implements Answer {}
