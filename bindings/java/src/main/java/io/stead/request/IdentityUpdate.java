package io.stead.request;

import io.stead.model.Language;
import java.util.Map;

/** Changes to a sender identity; at least one beside version. Source: contract 2.2. */
public final class IdentityUpdate extends Request<IdentityUpdate> {
    private IdentityUpdate(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static IdentityUpdate of() {
        return new IdentityUpdate(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static IdentityUpdate from(Map<String, ?> members) {
        return new IdentityUpdate(plain(members));
    }

    @Override
    IdentityUpdate made(Map<String, Object> members) {
        return new IdentityUpdate(members);
    }

    /**
     * {@return this request with {@code name}}
     *
     * @param name the owner's name, 1 to 80 characters
     */
    public IdentityUpdate name(String name) {
        return with("name", name);
    }

    /**
     * {@return this request with {@code redirectUrl}}
     *
     * @param redirectUrl where the owner goes afterwards
     */
    public IdentityUpdate redirectUrl(String redirectUrl) {
        return with("redirectUrl", redirectUrl);
    }

    /**
     * {@return this request with a pair of metadata; an empty or null value removes the key in an update}
     *
     * @param key 1 to 50 characters
     * @param value at most 500 characters
     */
    public IdentityUpdate metaData(String key, String value) {
        return withEntry("metaData", key, value);
    }

    /**
     * {@return this request with these pairs of metadata, instead of any before}
     *
     * @param metaData the pairs
     */
    public IdentityUpdate metaData(Map<String, String> metaData) {
        return with("metaData", metaData);
    }

    /**
     * {@return this request with {@code notificationSettings}}
     *
     * @param notificationSettings only the flags that are set change
     */
    public IdentityUpdate notificationSettings(NotificationChange notificationSettings) {
        return with("notificationSettings", notificationSettings);
    }

    /**
     * {@return this request with {@code locale}}
     *
     * @param locale the language of its mails
     */
    public IdentityUpdate locale(Language locale) {
        return with("locale", locale);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version that was read
     */
    public IdentityUpdate version(long version) {
        return with("version", version);
    }
}
