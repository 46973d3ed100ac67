package io.stead.request;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** A document to send; its files travel beside it, its principal is the session's. Source: contract 4.5. */
public final class SendRequest extends Request<SendRequest> {
    private SendRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param title 1 to 256 characters
     * @param signers who signs, at most 50
     */
    public static SendRequest of(String title, SignerRequest... signers) {
        return new SendRequest(Map.of()).with("title", title).with("signers", Arrays.asList(signers));
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static SendRequest from(Map<String, ?> members) {
        return new SendRequest(plain(members));
    }

    @Override
    SendRequest made(Map<String, Object> members) {
        return new SendRequest(members);
    }

    /**
     * {@return this request with {@code message}}
     *
     * @param message words to the signers, at most 5000 characters
     */
    public SendRequest message(String message) {
        return with("message", message);
    }

    /**
     * {@return this request with {@code enableSigningOrder}}
     *
     * @param enableSigningOrder whether signers sign one after another
     */
    public SendRequest enableSigningOrder(boolean enableSigningOrder) {
        return with("enableSigningOrder", enableSigningOrder);
    }

    /**
     * {@return this request with {@code cc}}
     *
     * @param cc who gets copies, at most 50
     */
    public SendRequest cc(CopyRequest... cc) {
        return with("cc", Arrays.asList(cc));
    }

    /**
     * {@return this request with {@code disableEmails}}
     *
     * @param disableEmails whether signers get no mails
     */
    public SendRequest disableEmails(boolean disableEmails) {
        return with("disableEmails", disableEmails);
    }

    /**
     * {@return this request with {@code scheduledSendAt}}
     *
     * @param scheduledSendAt when to send it, at most 180 days ahead; decided again then
     */
    public SendRequest scheduledSendAt(Instant scheduledSendAt) {
        return with("scheduledSendAt", scheduledSendAt);
    }

    /**
     * {@return this request with {@code expiryDateType}}
     *
     * @param expiryDateType how the expiry is given
     */
    public SendRequest expiryDateType(ExpiryDateType expiryDateType) {
        return with("expiryDateType", expiryDateType);
    }

    /**
     * {@return this request with {@code expiryDays}}
     *
     * @param expiryDays days until it expires, 1 to 180
     */
    public SendRequest expiryDays(int expiryDays) {
        return with("expiryDays", expiryDays);
    }

    /**
     * {@return this request with {@code expiryValue}}
     *
     * @param expiryValue days (1 to 180) or hours (8 to 4320) until it expires
     */
    public SendRequest expiryValue(int expiryValue) {
        return with("expiryValue", expiryValue);
    }

    /**
     * {@return this request with {@code expiresAt}}
     *
     * @param expiresAt when it expires, with SpecificDateTime
     */
    public SendRequest expiresAt(Instant expiresAt) {
        return with("expiresAt", expiresAt);
    }

    /**
     * {@return this request with {@code labels}}
     *
     * @param labels its labels, at most 50 of 255 characters
     */
    public SendRequest labels(String... labels) {
        return with("labels", Arrays.asList(labels));
    }

    /**
     * {@return this request with a pair of metadata; an empty or null value removes the key in an update}
     *
     * @param key 1 to 50 characters
     * @param value at most 500 characters
     */
    public SendRequest metaData(String key, String value) {
        return withEntry("metaData", key, value);
    }

    /**
     * {@return this request with these pairs of metadata, instead of any before}
     *
     * @param metaData the pairs
     */
    public SendRequest metaData(Map<String, String> metaData) {
        return with("metaData", metaData);
    }

    /**
     * {@return this request with {@code brandId}}
     *
     * @param brandId its brand
     */
    public SendRequest brandId(String brandId) {
        return with("brandId", brandId);
    }

    /**
     * {@return this request with {@code requestId}}
     *
     * @param requestId made by the caller; a retry within 24 hours gets the first answer, at most 100 bytes
     */
    public SendRequest requestId(String requestId) {
        return with("requestId", requestId);
    }
}
