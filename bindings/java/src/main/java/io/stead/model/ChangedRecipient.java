package io.stead.model;

import io.stead.internal.OrNull;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whose recipient was changed. Source: contract 4.
 *
 * @param id the document
 * @param signerId the signer
 * @param version goes up with every change
 * @param actorId the user who acted
 * @param principal for whom it was done; empty for oneself
 * @param authority what it rests on
 * @param grantId the grant it rests on
 * @param grantVersion the version of that grant
 * @param unknown members that this version does not know
 */
public record ChangedRecipient(
        String id, String signerId, long version, String actorId, @OrNull Optional<Principal> principal,
        Authority authority, Optional<String> grantId, OptionalLong grantVersion, Map<String, Object> unknown)
        implements Answer {}
