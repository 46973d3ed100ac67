package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * Who acted. Source: design 11.
 *
 * @param kind what kind of actor
 * @param id the user, the signer, or the identity whose owner acted
 * @param credential how a user was known: {@code apiKey:<id>}, or {@code host}
 * @param unknown members that this version does not know
 */
public record AuditActor(
        ActorKind kind, Optional<String> id, Optional<String> credential, Map<String, Object> unknown)
        implements Answer {}
