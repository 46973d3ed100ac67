package io.stead.model;

import io.stead.internal.OrNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Documents that another user got. Source: design 3.
 *
 * @param toUserId the user who holds them
 * @param documents the documents as they are now
 * @param plan what is done
 * @param actorId the user who acted
 * @param principal for whom it was done; empty for oneself
 * @param authority what it rests on
 * @param grantId the grant it rests on
 * @param grantVersion the version of that grant
 * @param unknown members that this version does not know
 */
public record HandedOver(
        String toUserId, List<HandedOverDocument> documents, ChangePlan plan, String actorId,
        @OrNull Optional<Principal> principal, Authority authority, Optional<String> grantId,
        OptionalLong grantVersion, Map<String, Object> unknown)
        implements Answer {}
