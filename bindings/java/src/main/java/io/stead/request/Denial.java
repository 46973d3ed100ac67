package io.stead.request;

import java.util.Map;

/** The owner's no. Source: design 3. */
public final class Denial extends Request<Denial> {
    private Denial(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static Denial of() {
        return new Denial(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Denial from(Map<String, ?> members) {
        return new Denial(plain(members));
    }

    @Override
    Denial made(Map<String, Object> members) {
        return new Denial(members);
    }

    /**
     * {@return this request with {@code neverAskAgain}}
     *
     * @param neverAskAgain whether the owner wants no more questions
     */
    public Denial neverAskAgain(boolean neverAskAgain) {
        return with("neverAskAgain", neverAskAgain);
    }

    /**
     * {@return this request with {@code ip}}
     *
     * @param ip the address of whoever used the link, at most 64 characters
     */
    public Denial ip(String ip) {
        return with("ip", ip);
    }

    /**
     * {@return this request with {@code userAgent}}
     *
     * @param userAgent the browser, at most 500 characters
     */
    public Denial userAgent(String userAgent) {
        return with("userAgent", userAgent);
    }
}
