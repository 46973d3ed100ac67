package io.stead.request;

import java.util.Map;

/** The team a user goes to. Source: contract 3.1. */
public final class TeamAssignment extends Request<TeamAssignment> {
    private TeamAssignment(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param teamId the team, null for none
     */
    public static TeamAssignment of(String teamId) {
        return new TeamAssignment(Map.of()).with("teamId", teamId);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static TeamAssignment from(Map<String, ?> members) {
        return new TeamAssignment(plain(members));
    }

    @Override
    TeamAssignment made(Map<String, Object> members) {
        return new TeamAssignment(members);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the user that was read
     */
    public TeamAssignment version(long version) {
        return with("version", version);
    }

    /**
     * {@return this request with {@code dryRun}}
     *
     * @param dryRun whether only the plan is asked for
     */
    public TeamAssignment dryRun(boolean dryRun) {
        return with("dryRun", dryRun);
    }

    /**
     * {@return this request with {@code planId}}
     *
     * @param planId of a dry run; the change is made only while its plan is still this one
     */
    public TeamAssignment planId(String planId) {
        return with("planId", planId);
    }
}
