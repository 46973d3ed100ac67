package io.stead.request;

import java.util.Map;

/** Why a signer does not sign. Source: contract 4.3. */
public final class DeclineRequest extends Request<DeclineRequest> {
    private DeclineRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param message the reason, 1 to 5000 characters
     */
    public static DeclineRequest of(String message) {
        return new DeclineRequest(Map.of()).with("message", message);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static DeclineRequest from(Map<String, ?> members) {
        return new DeclineRequest(plain(members));
    }

    @Override
    DeclineRequest made(Map<String, Object> members) {
        return new DeclineRequest(members);
    }

    /**
     * {@return this request with {@code accessCode}}
     *
     * @param accessCode the access code, where one is asked for
     */
    public DeclineRequest accessCode(String accessCode) {
        return with("accessCode", accessCode);
    }

    /**
     * {@return this request with {@code ip}}
     *
     * @param ip the address of whoever used the link, at most 64 characters
     */
    public DeclineRequest ip(String ip) {
        return with("ip", ip);
    }

    /**
     * {@return this request with {@code userAgent}}
     *
     * @param userAgent the browser, at most 500 characters
     */
    public DeclineRequest userAgent(String userAgent) {
        return with("userAgent", userAgent);
    }
}
