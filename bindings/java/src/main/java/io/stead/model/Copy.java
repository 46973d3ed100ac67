package io.stead.model;

import java.util.Map;

/**
 * Somebody who gets a copy. Source: contract 4.5.
 *
 * @param email the e-mail address
 * @param unknown members that this version does not know
 */
public record Copy(
        String email, Map<String, Object> unknown)
        implements Answer {}
