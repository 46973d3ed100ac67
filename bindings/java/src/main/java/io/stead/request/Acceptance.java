package io.stead.request;

import java.util.Map;

/** The invited person's answer. Source: contract 3. */
public final class Acceptance extends Request<Acceptance> {
    private Acceptance(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param name the person's name, 1 to 80 characters
     */
    public static Acceptance of(String name) {
        return new Acceptance(Map.of()).with("name", name);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Acceptance from(Map<String, ?> members) {
        return new Acceptance(plain(members));
    }

    @Override
    Acceptance made(Map<String, Object> members) {
        return new Acceptance(members);
    }

    /**
     * {@return this request with {@code ip}}
     *
     * @param ip the address of whoever used the link, at most 64 characters
     */
    public Acceptance ip(String ip) {
        return with("ip", ip);
    }

    /**
     * {@return this request with {@code userAgent}}
     *
     * @param userAgent the browser, at most 500 characters
     */
    public Acceptance userAgent(String userAgent) {
        return with("userAgent", userAgent);
    }
}
