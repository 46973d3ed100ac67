package io.stead.request;

import java.util.Map;

/** From where a link was used. Source: design 3. */
public final class Visit extends Request<Visit> {
    private Visit(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static Visit of() {
        return new Visit(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Visit from(Map<String, ?> members) {
        return new Visit(plain(members));
    }

    @Override
    Visit made(Map<String, Object> members) {
        return new Visit(members);
    }

    /**
     * {@return this request with {@code ip}}
     *
     * @param ip the address of whoever used the link, at most 64 characters
     */
    public Visit ip(String ip) {
        return with("ip", ip);
    }

    /**
     * {@return this request with {@code userAgent}}
     *
     * @param userAgent the browser, at most 500 characters
     */
    public Visit userAgent(String userAgent) {
        return with("userAgent", userAgent);
    }
}
