package io.stead.request;

import java.util.Arrays;
import java.util.Map;

/** Several to invite, all or nobody. Source: contract 3.1. */
public final class Invitations extends Request<Invitations> {
    private Invitations(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param users whom, 1 to 100; without requestId of their own
     */
    public static Invitations of(Invitation... users) {
        return new Invitations(Map.of()).with("users", Arrays.asList(users));
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Invitations from(Map<String, ?> members) {
        return new Invitations(plain(members));
    }

    @Override
    Invitations made(Map<String, Object> members) {
        return new Invitations(members);
    }

    /**
     * {@return this request with {@code requestId}}
     *
     * @param requestId made by the caller; a retry within 24 hours gets the first answer, at most 100 bytes
     */
    public Invitations requestId(String requestId) {
        return with("requestId", requestId);
    }
}
