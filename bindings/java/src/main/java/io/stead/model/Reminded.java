package io.stead.model;

import io.stead.internal.OrNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who was reminded. Source: contract 4.7.
 *
 * @param id the document
 * @param reminded ids of the signers
 * @param actorId the user who acted
 * @param principal for whom it was done; empty for oneself
 * @param authority what it rests on
 * @param grantId the grant it rests on
 * @param grantVersion the version of that grant
 * @param unknown members that this version does not know
 */
public record Reminded(
        String id, List<String> reminded, String actorId, @OrNull Optional<Principal> principal,
        Authority authority, Optional<String> grantId, OptionalLong grantVersion, Map<String, Object> unknown)
        implements Answer {}
