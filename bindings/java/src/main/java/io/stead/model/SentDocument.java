package io.stead.model;

import io.stead.internal.OrNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A document that was sent or scheduled. Source: contract 4.5.
 *
 * @param id its id
 * @param status where it stands
 * @param title its title
 * @param createdAt when it was made
 * @param expiresAt when it expires unsigned
 * @param files its files
 * @param signers who signs
 * @param version goes up with every change
 * @param actorId the user who acted
 * @param principal for whom it was done; empty for oneself
 * @param authority what it rests on
 * @param grantId the grant it rests on
 * @param grantVersion the version of that grant
 * @param sentAt when it was sent
 * @param scheduledSendAt when it will be sent
 * @param unknown members that this version does not know
 */
public record SentDocument(
        String id, DocumentStatus status, String title, Instant createdAt, Instant expiresAt,
        List<StoredFile> files, List<SentSigner> signers, long version, String actorId,
        @OrNull Optional<Principal> principal, Authority authority, Optional<String> grantId,
        OptionalLong grantVersion, Optional<Instant> sentAt, Optional<Instant> scheduledSendAt,
        Map<String, Object> unknown)
        implements Answer {}
