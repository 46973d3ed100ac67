package io.stead.request;

import io.stead.model.Language;
import io.stead.model.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Whom to ask for consent, and to what. Source: contract 2.2. */
public final class IdentityRequest extends Request<IdentityRequest> {
    private IdentityRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param name the owner's name, 1 to 80 characters
     * @param email the owner's e-mail address
     */
    public static IdentityRequest of(String name, String email) {
        return new IdentityRequest(Map.of()).with("name", name).with("email", email);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static IdentityRequest from(Map<String, ?> members) {
        return new IdentityRequest(plain(members));
    }

    @Override
    IdentityRequest made(Map<String, Object> members) {
        return new IdentityRequest(members);
    }

    /**
     * {@return this request with {@code notificationSettings}}
     *
     * @param notificationSettings of what the owner hears
     */
    public IdentityRequest notificationSettings(NotificationChange notificationSettings) {
        return with("notificationSettings", notificationSettings);
    }

    /**
     * {@return this request with {@code brandId}}
     *
     * @param brandId the brand
     */
    public IdentityRequest brandId(String brandId) {
        return with("brandId", brandId);
    }

    /**
     * {@return this request with {@code redirectUrl}}
     *
     * @param redirectUrl where the owner goes afterwards
     */
    public IdentityRequest redirectUrl(String redirectUrl) {
        return with("redirectUrl", redirectUrl);
    }

    /**
     * {@return this request with a pair of metadata; an empty or null value removes the key in an update}
     *
     * @param key 1 to 50 characters
     * @param value at most 500 characters
     */
    public IdentityRequest metaData(String key, String value) {
        return withEntry("metaData", key, value);
    }

    /**
     * {@return this request with these pairs of metadata, instead of any before}
     *
     * @param metaData the pairs
     */
    public IdentityRequest metaData(Map<String, String> metaData) {
        return with("metaData", metaData);
    }

    /**
     * {@return this request with {@code locale}}
     *
     * @param locale the language of its mails
     */
    public IdentityRequest locale(Language locale) {
        return with("locale", locale);
    }

    /**
     * {@return this request with {@code operations}}
     *
     * @param operations the acts to ask for; all that can be granted unless set
     */
    public IdentityRequest operations(Operation... operations) {
        return with("operations", Arrays.asList(operations));
    }

    /**
     * {@return this request with {@code from}}
     *
     * @param from from when on
     */
    public IdentityRequest from(Instant from) {
        return with("from", from);
    }

    /**
     * {@return this request with {@code until}}
     *
     * @param until until when
     */
    public IdentityRequest until(Instant until) {
        return with("until", until);
    }

    /**
     * {@return this request with {@code requestId}}
     *
     * @param requestId made by the caller; a retry within 24 hours gets the first answer, at most 100 bytes
     */
    public IdentityRequest requestId(String requestId) {
        return with("requestId", requestId);
    }
}
