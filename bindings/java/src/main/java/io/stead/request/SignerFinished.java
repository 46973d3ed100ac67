package io.stead.request;

import io.stead.model.FinishedFormat;
import java.util.Map;

/** A signer who reads the finished document. Source: contract 4.1. */
public final class SignerFinished extends Request<SignerFinished> {
    private SignerFinished(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static SignerFinished of() {
        return new SignerFinished(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static SignerFinished from(Map<String, ?> members) {
        return new SignerFinished(plain(members));
    }

    @Override
    SignerFinished made(Map<String, Object> members) {
        return new SignerFinished(members);
    }

    /**
     * {@return this request with {@code accessCode}}
     *
     * @param accessCode the access code, where one is asked for
     */
    public SignerFinished accessCode(String accessCode) {
        return with("accessCode", accessCode);
    }

    /**
     * {@return this request with {@code ip}}
     *
     * @param ip the address of whoever used the link, at most 64 characters
     */
    public SignerFinished ip(String ip) {
        return with("ip", ip);
    }

    /**
     * {@return this request with {@code userAgent}}
     *
     * @param userAgent the browser, at most 500 characters
     */
    public SignerFinished userAgent(String userAgent) {
        return with("userAgent", userAgent);
    }

    /**
     * {@return this request with {@code format}}
     *
     * @param format one PDF unless set, or a zip of files
     */
    public SignerFinished format(FinishedFormat format) {
        return with("format", format);
    }
}
