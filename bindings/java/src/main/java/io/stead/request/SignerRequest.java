package io.stead.request;

import io.stead.model.Language;
import java.util.Arrays;
import java.util.Map;

/** Somebody who is to sign. Source: contract 4.5. */
public final class SignerRequest extends Request<SignerRequest> {
    private SignerRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param name 1 to 250 characters
     * @param emailAddress the e-mail address
     */
    public static SignerRequest of(String name, String emailAddress) {
        return new SignerRequest(Map.of()).with("name", name).with("emailAddress", emailAddress);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static SignerRequest from(Map<String, ?> members) {
        return new SignerRequest(plain(members));
    }

    @Override
    SignerRequest made(Map<String, Object> members) {
        return new SignerRequest(members);
    }

    /**
     * {@return this request with {@code signerOrder}}
     *
     * @param signerOrder whose turn it is when the order counts, 1 to 50
     */
    public SignerRequest signerOrder(int signerOrder) {
        return with("signerOrder", signerOrder);
    }

    /**
     * {@return this request with {@code privateMessage}}
     *
     * @param privateMessage words to this signer alone, at most 5000 characters
     */
    public SignerRequest privateMessage(String privateMessage) {
        return with("privateMessage", privateMessage);
    }

    /**
     * {@return this request with {@code authenticationType}}
     *
     * @param authenticationType how the signer proves who it is
     */
    public SignerRequest authenticationType(AuthenticationType authenticationType) {
        return with("authenticationType", authenticationType);
    }

    /**
     * {@return this request with {@code authenticationCode}}
     *
     * @param authenticationCode the access code, at most 50 characters
     */
    public SignerRequest authenticationCode(String authenticationCode) {
        return with("authenticationCode", authenticationCode);
    }

    /**
     * {@return this request with {@code locale}}
     *
     * @param locale the language of the signer's mails
     */
    public SignerRequest locale(Language locale) {
        return with("locale", locale);
    }

    /**
     * {@return this request with {@code language}}
     *
     * @param language the same by number, 0 to 20
     */
    public SignerRequest language(int language) {
        return with("language", language);
    }

    /**
     * {@return this request with {@code signerType}}
     *
     * @param signerType {@code Signer}
     */
    public SignerRequest signerType(String signerType) {
        return with("signerType", signerType);
    }

    /**
     * {@return this request with {@code formFields}}
     *
     * @param formFields what the signer fills in, at most 500
     */
    public SignerRequest formFields(FormField... formFields) {
        return with("formFields", Arrays.asList(formFields));
    }
}
