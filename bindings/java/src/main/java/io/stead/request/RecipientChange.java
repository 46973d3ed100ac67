package io.stead.request;

import java.util.Map;

/** Another recipient in a signer's place. Source: contract 4. */
public final class RecipientChange extends Request<RecipientChange> {
    private RecipientChange(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param newSignerName who is to sign
     * @param reason why, 1 to 5000 characters
     */
    public static RecipientChange of(String newSignerName, String reason) {
        return new RecipientChange(Map.of()).with("newSignerName", newSignerName).with("reason", reason);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static RecipientChange from(Map<String, ?> members) {
        return new RecipientChange(plain(members));
    }

    @Override
    RecipientChange made(Map<String, Object> members) {
        return new RecipientChange(members);
    }

    /**
     * {@return this request with {@code signerId}}
     *
     * @param signerId which signer
     */
    public RecipientChange signerId(String signerId) {
        return with("signerId", signerId);
    }

    /**
     * {@return this request with {@code signerEmail}}
     *
     * @param signerEmail which signer, by address
     */
    public RecipientChange signerEmail(String signerEmail) {
        return with("signerEmail", signerEmail);
    }

    /**
     * {@return this request with {@code signerOrder}}
     *
     * @param signerOrder which of several with that address
     */
    public RecipientChange signerOrder(int signerOrder) {
        return with("signerOrder", signerOrder);
    }

    /**
     * {@return this request with {@code newSignerEmail}}
     *
     * @param newSignerEmail the address; the same one unless set
     */
    public RecipientChange newSignerEmail(String newSignerEmail) {
        return with("newSignerEmail", newSignerEmail);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the document that was read
     */
    public RecipientChange version(long version) {
        return with("version", version);
    }
}
