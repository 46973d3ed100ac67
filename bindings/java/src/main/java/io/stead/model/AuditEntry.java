package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What happened: who, for whom, by what right. Source: design 11.
 *
 * @param v format version
 * @param at when
 * @param actor who acted
 * @param operation what, e.g. {@code document.send}
 * @param subject on what
 * @param outcome how it ended
 * @param principal for whom: id of the sender identity or of the user
 * @param authority by what right
 * @param grantId the grant it rests on
 * @param grantVersion the version of that grant
 * @param reason the code of a refusal
 * @param detail more about it, as plain values
 * @param personal salted hash of the personal fields beside it
 * @param unknown members that this version does not know
 */
public record AuditEntry(
        int v, Instant at, AuditActor actor, String operation, AuditSubject subject, Outcome outcome,
        Optional<String> principal, Optional<Authority> authority, Optional<String> grantId,
        OptionalLong grantVersion, Optional<String> reason, Optional<Map<String, Object>> detail,
        Optional<String> personal, Map<String, Object> unknown)
        implements Answer {}
