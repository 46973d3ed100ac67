package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * The person an act was done for. Source: design 11.
 *
 * @param name the name
 * @param email the e-mail address
 * @param identityId the sender identity
 * @param userId the user, for account-wide authority
 * @param unknown members that this version does not know
 */
public record Principal(
        String name, String email, Optional<String> identityId, Optional<String> userId,
        Map<String, Object> unknown)
        implements Answer {}
