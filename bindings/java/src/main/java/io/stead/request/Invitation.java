package io.stead.request;

import io.stead.model.Role;
import java.util.Map;

/** Somebody to invite into the account. Source: contract 3. */
public final class Invitation extends Request<Invitation> {
    private Invitation(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param email the e-mail address
     */
    public static Invitation of(String email) {
        return new Invitation(Map.of()).with("email", email);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Invitation from(Map<String, ?> members) {
        return new Invitation(plain(members));
    }

    @Override
    Invitation made(Map<String, Object> members) {
        return new Invitation(members);
    }

    /**
     * {@return this request with {@code name}}
     *
     * @param name the name, at most 80 characters
     */
    public Invitation name(String name) {
        return with("name", name);
    }

    /**
     * {@return this request with {@code role}}
     *
     * @param role what the user may do, Member unless set
     */
    public Invitation role(Role role) {
        return with("role", role);
    }

    /**
     * {@return this request with {@code teamId}}
     *
     * @param teamId the team
     */
    public Invitation teamId(String teamId) {
        return with("teamId", teamId);
    }

    /**
     * {@return this request with a pair of metadata; an empty or null value removes the key in an update}
     *
     * @param key 1 to 50 characters
     * @param value at most 500 characters
     */
    public Invitation metaData(String key, String value) {
        return withEntry("metaData", key, value);
    }

    /**
     * {@return this request with these pairs of metadata, instead of any before}
     *
     * @param metaData the pairs
     */
    public Invitation metaData(Map<String, String> metaData) {
        return with("metaData", metaData);
    }

    /**
     * {@return this request with {@code requestId}}
     *
     * @param requestId made by the caller; a retry within 24 hours gets the first answer, at most 100 bytes
     */
    public Invitation requestId(String requestId) {
        return with("requestId", requestId);
    }
}
