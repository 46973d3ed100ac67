package io.stead.request;

import java.util.Map;

/** A signer who looks or reads. Source: contract 4.3. */
public final class SignerVisit extends Request<SignerVisit> {
    private SignerVisit(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static SignerVisit of() {
        return new SignerVisit(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static SignerVisit from(Map<String, ?> members) {
        return new SignerVisit(plain(members));
    }

    @Override
    SignerVisit made(Map<String, Object> members) {
        return new SignerVisit(members);
    }

    /**
     * {@return this request with {@code accessCode}}
     *
     * @param accessCode the access code, where one is asked for
     */
    public SignerVisit accessCode(String accessCode) {
        return with("accessCode", accessCode);
    }

    /**
     * {@return this request with {@code ip}}
     *
     * @param ip the address of whoever used the link, at most 64 characters
     */
    public SignerVisit ip(String ip) {
        return with("ip", ip);
    }

    /**
     * {@return this request with {@code userAgent}}
     *
     * @param userAgent the browser, at most 500 characters
     */
    public SignerVisit userAgent(String userAgent) {
        return with("userAgent", userAgent);
    }
}
