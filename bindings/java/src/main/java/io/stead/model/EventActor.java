package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * Who did it. Source: design 11.
 *
 * @param kind what kind of actor
 * @param id the user, the signer, or the identity whose owner acted
 * @param unknown members that this version does not know
 */
public record EventActor(
        ActorKind kind, Optional<String> id, Map<String, Object> unknown)
        implements Answer {}
