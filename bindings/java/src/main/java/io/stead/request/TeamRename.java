package io.stead.request;

import java.util.Map;

/** The new name of a team. Source: contract 3.2. */
public final class TeamRename extends Request<TeamRename> {
    private TeamRename(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param name the name, 1 to 255 characters
     */
    public static TeamRename of(String name) {
        return new TeamRename(Map.of()).with("name", name);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static TeamRename from(Map<String, ?> members) {
        return new TeamRename(plain(members));
    }

    @Override
    TeamRename made(Map<String, Object> members) {
        return new TeamRename(members);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the team that was read
     */
    public TeamRename version(long version) {
        return with("version", version);
    }
}
