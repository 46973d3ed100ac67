package io.stead.request;

import java.util.Map;

/** Somebody who gets a copy. Source: contract 4.5. */
public final class CopyRequest extends Request<CopyRequest> {
    private CopyRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param emailAddress the e-mail address
     */
    public static CopyRequest of(String emailAddress) {
        return new CopyRequest(Map.of()).with("emailAddress", emailAddress);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static CopyRequest from(Map<String, ?> members) {
        return new CopyRequest(plain(members));
    }

    @Override
    CopyRequest made(Map<String, Object> members) {
        return new CopyRequest(members);
    }
}
