package io.stead.request;

import java.util.Map;

/** A new access code for one signer. Source: contract 4.7. */
public final class AccessCodeChange extends Request<AccessCodeChange> {
    private AccessCodeChange(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param accessCode the code, 1 to 50 characters
     */
    public static AccessCodeChange of(String accessCode) {
        return new AccessCodeChange(Map.of()).with("accessCode", accessCode);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static AccessCodeChange from(Map<String, ?> members) {
        return new AccessCodeChange(plain(members));
    }

    @Override
    AccessCodeChange made(Map<String, Object> members) {
        return new AccessCodeChange(members);
    }

    /**
     * {@return this request with {@code signerId}}
     *
     * @param signerId which signer
     */
    public AccessCodeChange signerId(String signerId) {
        return with("signerId", signerId);
    }

    /**
     * {@return this request with {@code signerEmail}}
     *
     * @param signerEmail which signer, by address
     */
    public AccessCodeChange signerEmail(String signerEmail) {
        return with("signerEmail", signerEmail);
    }

    /**
     * {@return this request with {@code signerOrder}}
     *
     * @param signerOrder which of several with that address
     */
    public AccessCodeChange signerOrder(int signerOrder) {
        return with("signerOrder", signerOrder);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the document that was read
     */
    public AccessCodeChange version(long version) {
        return with("version", version);
    }
}
