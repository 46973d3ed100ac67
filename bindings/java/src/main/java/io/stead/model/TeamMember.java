package io.stead.model;

import java.util.Map;

/**
 * A user as a team shows him. Source: contract 3.2.
 *
 * @param id its id
 * @param email the e-mail address
 * @param name the name, empty while invited without one
 * @param role what the user may do
 * @param status where it stands
 * @param unknown members that this version does not know
 */
public record TeamMember(
        String id, String email, String name, Role role, UserStatus status, Map<String, Object> unknown)
        implements Answer {}
