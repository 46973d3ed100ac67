package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * Somebody for whom the session's user may act, or hopes to. Source: design 4.
 *
 * @param identityId the sender identity
 * @param name the owner's name
 * @param email the owner's e-mail address
 * @param status where it stands
 * @param mayActNow whether a grant is in force
 * @param grant what the owner granted last
 * @param unknown members that this version does not know
 */
public record PrincipalPermission(
        String identityId, String name, String email, IdentityStatus status, boolean mayActNow,
        Optional<Grant> grant, Map<String, Object> unknown)
        implements Answer {}
