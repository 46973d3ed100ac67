package io.stead.request;

import java.util.Map;

/** A team to make. Source: contract 3. */
public final class TeamRequest extends Request<TeamRequest> {
    private TeamRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param name its name, 1 to 255 characters
     */
    public static TeamRequest of(String name) {
        return new TeamRequest(Map.of()).with("name", name);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static TeamRequest from(Map<String, ?> members) {
        return new TeamRequest(plain(members));
    }

    @Override
    TeamRequest made(Map<String, Object> members) {
        return new TeamRequest(members);
    }

    /**
     * {@return this request with {@code requestId}}
     *
     * @param requestId made by the caller; a retry within 24 hours gets the first answer, at most 100 bytes
     */
    public TeamRequest requestId(String requestId) {
        return with("requestId", requestId);
    }
}
