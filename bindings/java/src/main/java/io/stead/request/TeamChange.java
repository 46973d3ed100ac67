package io.stead.request;

import java.util.Map;

/** The team a user goes to, and who gets the documents. Source: contract 3.1. */
public final class TeamChange extends Request<TeamChange> {
    private TeamChange(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param toTeamId the team
     */
    public static TeamChange of(String toTeamId) {
        return new TeamChange(Map.of()).with("toTeamId", toTeamId);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static TeamChange from(Map<String, ?> members) {
        return new TeamChange(plain(members));
    }

    @Override
    TeamChange made(Map<String, Object> members) {
        return new TeamChange(members);
    }

    /**
     * {@return this request with {@code transferDocumentsToUserId}}
     *
     * @param transferDocumentsToUserId the user who gets the documents; they go along unless set
     */
    public TeamChange transferDocumentsToUserId(String transferDocumentsToUserId) {
        return with("transferDocumentsToUserId", transferDocumentsToUserId);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the user that was read
     */
    public TeamChange version(long version) {
        return with("version", version);
    }

    /**
     * {@return this request with {@code dryRun}}
     *
     * @param dryRun whether only the plan is asked for
     */
    public TeamChange dryRun(boolean dryRun) {
        return with("dryRun", dryRun);
    }

    /**
     * {@return this request with {@code planId}}
     *
     * @param planId of a dry run; the change is made only while its plan is still this one
     */
    public TeamChange planId(String planId) {
        return with("planId", planId);
    }
}
