package io.stead.request;

import io.stead.model.Role;
import java.util.Map;

/** Changes to a user; at least one beside version. Source: contract 3.1. */
public final class UserUpdate extends Request<UserUpdate> {
    private UserUpdate(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static UserUpdate of() {
        return new UserUpdate(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static UserUpdate from(Map<String, ?> members) {
        return new UserUpdate(plain(members));
    }

    @Override
    UserUpdate made(Map<String, Object> members) {
        return new UserUpdate(members);
    }

    /**
     * {@return this request with {@code name}}
     *
     * @param name the name, 1 to 80 characters
     */
    public UserUpdate name(String name) {
        return with("name", name);
    }

    /**
     * {@return this request with {@code role}}
     *
     * @param role what the user may do
     */
    public UserUpdate role(Role role) {
        return with("role", role);
    }

    /**
     * {@return this request with {@code apiAccountWideAccess}}
     *
     * @param apiAccountWideAccess may use account-wide authority and manage every document
     */
    public UserUpdate apiAccountWideAccess(boolean apiAccountWideAccess) {
        return with("apiAccountWideAccess", apiAccountWideAccess);
    }

    /**
     * {@return this request with {@code allowSendOnBehalfOf}}
     *
     * @param allowSendOnBehalfOf may send for other users of the account
     */
    public UserUpdate allowSendOnBehalfOf(boolean allowSendOnBehalfOf) {
        return with("allowSendOnBehalfOf", allowSendOnBehalfOf);
    }

    /**
     * {@return this request with a pair of metadata; an empty or null value removes the key in an update}
     *
     * @param key 1 to 50 characters
     * @param value at most 500 characters
     */
    public UserUpdate metaData(String key, String value) {
        return withEntry("metaData", key, value);
    }

    /**
     * {@return this request with these pairs of metadata, instead of any before}
     *
     * @param metaData the pairs
     */
    public UserUpdate metaData(Map<String, String> metaData) {
        return with("metaData", metaData);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version that was read
     */
    public UserUpdate version(long version) {
        return with("version", version);
    }
}
