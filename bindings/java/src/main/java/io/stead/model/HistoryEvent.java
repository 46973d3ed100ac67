package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a document. Source: contract 4.6.
 *
 * @param index the entry of the audit trail
 * @param at when
 * @param action what happened, e.g. {@code document.send}
 * @param actorKind what kind of actor did it
 * @param actorId who did it
 * @param detail more about it, as plain values
 * @param name the actor's name
 * @param email the actor's e-mail address
 * @param unknown members that this version does not know
 */
public record HistoryEvent(
        long index, Instant at, String action, ActorKind actorKind, String actorId, Map<String, Object> detail,
        Optional<String> name, Optional<String> email, Map<String, Object> unknown)
        implements Answer {}
