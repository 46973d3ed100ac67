package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that happened: an entry of the account's trail, without what it says of persons. Source: design 11.
 *
 * @param index its place in the trail
 * @param at when
 * @param operation what was done, e.g. {@code document.send}
 * @param outcome whether it was done
 * @param actor who did it
 * @param subject what it was done to
 * @param event the contract's word, e.g. {@code Completed}, where it has one
 * @param reason why it was refused
 * @param principal for whom: an identity or a user
 * @param authority by what right
 * @param grantId the grant it rests on
 * @param grantVersion version of that grant
 * @param unknown members that this version does not know
 */
public record Event(
        long index, Instant at, String operation, Outcome outcome, EventActor actor, AuditSubject subject,
        Optional<String> event, Optional<String> reason, Optional<String> principal, Optional<Authority> authority,
        Optional<String> grantId, OptionalLong grantVersion, Map<String, Object> unknown)
        implements Answer {}
