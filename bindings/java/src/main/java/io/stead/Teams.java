package io.stead;

import io.stead.model.Team;
import io.stead.model.User;
import io.stead.request.TeamAssignment;
import io.stead.request.TeamRequest;

/** Teams of the account. Source: contract 3. */
public final class Teams {
    private final Session session;

    Teams(Session session) {
        this.session = session;
    }

    /**
     * Makes a team.
     *
     * @param request its name
     * @return the team
     * @throws ConflictException when there is one of this name
     */
    public Team create(TeamRequest request) {
        return session.ask(Native::stead_team_create, request, Team.class);
    }

    /**
     * Puts a user into a team, or takes the user out of any. Leaving a team for another revokes all sender identities
     * of the user.
     *
     * @param userId the user
     * @param request the team
     * @return the user as it is now
     * @throws NotFoundException for an unknown user or team
     */
    public User assign(String userId, TeamAssignment request) {
        return session.ask(Native::stead_team_assign, userId, request, User.class);
    }
}
