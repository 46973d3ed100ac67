package io.stead.request;

import java.util.Map;

/** How long the secret before signs too. Source: contract 6.1. */
public final class SecretRoll extends Request<SecretRoll> {
    private SecretRoll(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static SecretRoll of() {
        return new SecretRoll(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static SecretRoll from(Map<String, ?> members) {
        return new SecretRoll(plain(members));
    }

    @Override
    SecretRoll made(Map<String, Object> members) {
        return new SecretRoll(members);
    }

    /**
     * {@return this request with {@code previousValidMs}}
     *
     * @param previousValidMs in ms; a day unless told, at most 7 days
     */
    public SecretRoll previousValidMs(long previousValidMs) {
        return with("previousValidMs", previousValidMs);
    }
}
