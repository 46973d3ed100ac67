package io.stead.request;

import java.time.Instant;
import java.util.Map;

/** A later deadline. Source: contract 4. */
public final class ExpiryExtension extends Request<ExpiryExtension> {
    private ExpiryExtension(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param expiresAt the new deadline
     */
    public static ExpiryExtension of(Instant expiresAt) {
        return new ExpiryExtension(Map.of()).with("expiresAt", expiresAt);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static ExpiryExtension from(Map<String, ?> members) {
        return new ExpiryExtension(plain(members));
    }

    @Override
    ExpiryExtension made(Map<String, Object> members) {
        return new ExpiryExtension(members);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the document that was read
     */
    public ExpiryExtension version(long version) {
        return with("version", version);
    }
}
