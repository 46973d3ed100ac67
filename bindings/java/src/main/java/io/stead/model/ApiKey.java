package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An API key. Source: design 7.
 *
 * @param id its id
 * @param name its name
 * @param createdAt when it was made
 * @param revokedAt when it was revoked
 * @param key the key itself, only in the one answer that made it; {@code toString} does not show it
 * @param unknown members that this version does not know
 */
public record ApiKey(
        String id, String name, Instant createdAt, Optional<Instant> revokedAt, Optional<String> key,
        Map<String, Object> unknown)
        implements Answer {
    /** Shows whether the key is there, not the key. */
    @Override
    public String toString() {
        return "ApiKey[id=" + id + ", name=" + name + ", createdAt=" + createdAt + ", revokedAt=" + revokedAt
                + (key.isPresent() ? ", key=…]" : "]");
    }
}
