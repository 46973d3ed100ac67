package io.stead.request;

import java.util.Map;

/** A signature: the values of the signer's fields. Source: contract 4.3. */
public final class SignRequest extends Request<SignRequest> {
    private SignRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static SignRequest of() {
        return new SignRequest(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static SignRequest from(Map<String, ?> members) {
        return new SignRequest(plain(members));
    }

    @Override
    SignRequest made(Map<String, Object> members) {
        return new SignRequest(members);
    }

    /**
     * {@return this request with the value of a field}
     *
     * @param fieldId the field
     * @param value what the signer filled in
     */
    public SignRequest value(String fieldId, String value) {
        return withEntry("values", fieldId, value);
    }

    /**
     * {@return this request with these values of fields, by field id, instead of any before}
     *
     * @param values the pairs
     */
    public SignRequest values(Map<String, String> values) {
        return with("values", values);
    }

    /**
     * {@return this request with {@code accessCode}}
     *
     * @param accessCode the access code, where one is asked for
     */
    public SignRequest accessCode(String accessCode) {
        return with("accessCode", accessCode);
    }

    /**
     * {@return this request with {@code ip}}
     *
     * @param ip the address of whoever used the link, at most 64 characters
     */
    public SignRequest ip(String ip) {
        return with("ip", ip);
    }

    /**
     * {@return this request with {@code userAgent}}
     *
     * @param userAgent the browser, at most 500 characters
     */
    public SignRequest userAgent(String userAgent) {
        return with("userAgent", userAgent);
    }
}
