package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * What came of an owner's act. Source: design 3.
 *
 * @param identityId the sender identity
 * @param status where it stands
 * @param grant the grant as it is now
 * @param redirectUrl where the owner goes afterwards
 * @param unknown members that this version does not know
 */
public record OwnerAnswer(
        String identityId, IdentityStatus status, Optional<Grant> grant, Optional<String> redirectUrl,
        Map<String, Object> unknown)
        implements Answer {}
