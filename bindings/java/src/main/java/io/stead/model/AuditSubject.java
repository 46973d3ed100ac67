package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * On what. Source: design 11.
 *
 * @param type e.g. {@code document}
 * @param id its id
 * @param unknown members that this version does not know
 */
public record AuditSubject(
        String type, Optional<String> id, Map<String, Object> unknown)
        implements Answer {}
