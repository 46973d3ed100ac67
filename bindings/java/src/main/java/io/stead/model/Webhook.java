package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an account wants to be told of which events. Source: contract 6.
 *
 * @param id its id
 * @param name what it is called
 * @param url where it is told
 * @param events words of the contract, e.g. {@code Completed}
 * @param status whether it is told
 * @param version goes up with every change
 * @param createdAt when it was made
 * @param updatedAt when it was changed last
 * @param verifiedAt when its address answered the verification
 * @param deliveredAt when something was delivered last
 * @param failingSince since when nothing is delivered
 * @param lastError why the last attempt failed
 * @param disabledAt when it was switched off
 * @param previousSecretUntil how long the secret before signs too
 * @param unknown members that this version does not know
 */
public record Webhook(
        String id, String name, String url, List<String> events, WebhookStatus status, long version, Instant
        createdAt, Instant updatedAt, Optional<Instant> verifiedAt, Optional<Instant> deliveredAt, Optional<Instant>
        failingSince, Optional<String> lastError, Optional<Instant> disabledAt, Optional<Instant> previousSecretUntil,
        Map<String, Object> unknown)
        implements Answer {}
