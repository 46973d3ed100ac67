package io.stead.model;

import io.stead.internal.OrNull;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A deleted document. Source: contract 4.
 *
 * @param id the document
 * @param permanently whether it is gone
 * @param actorId the user who acted
 * @param principal for whom it was done; empty for oneself
 * @param authority what it rests on
 * @param goneAt when the trash is emptied of it
 * @param grantId the grant it rests on
 * @param grantVersion the version of that grant
 * @param unknown members that this version does not know
 */
public record DeletedDocument(
        String id, boolean permanently, String actorId, @OrNull Optional<Principal> principal, Authority authority,
        Optional<Instant> goneAt, Optional<String> grantId, OptionalLong grantVersion, Map<String, Object> unknown)
        implements Answer {}
