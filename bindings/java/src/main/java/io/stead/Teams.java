package io.stead;

import io.stead.model.Page;
import io.stead.model.Team;
import io.stead.model.TeamWithMembers;
import io.stead.model.User;
import io.stead.request.TeamAssignment;
import io.stead.request.TeamRename;
import io.stead.request.TeamRequest;
import io.stead.request.TeamsQuery;
import java.util.stream.Stream;

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
     * A team with its members.
     *
     * @param teamId the team
     * @return the team
     * @throws NotFoundException for an unknown team
     */
    public TeamWithMembers get(String teamId) {
        return session.ask(Native::stead_team_get, teamId, TeamWithMembers.class);
    }

    /**
     * A page of teams, newest first.
     *
     * @return the first page
     */
    public Page<Team> list() {
        return list(TeamsQuery.of());
    }

    /**
     * A page of teams, newest first.
     *
     * @param request which page
     * @return the page
     */
    public Page<Team> list(TeamsQuery request) {
        return session.page(Native::stead_team_list, request, Team.class);
    }

    /**
     * Teams, newest first, page after page as they are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     */
    public Stream<Team> stream(TeamsQuery request) {
        return Pages.stream(request, this::list);
    }

    /**
     * Gives a team another name, which no other team has.
     *
     * @param teamId the team
     * @param request the name
     * @return the team as it is now
     * @throws ConflictException when there is one of this name, or the version has moved
     * @throws NotFoundException for an unknown team
     */
    public Team rename(String teamId, TeamRename request) {
        return session.ask(Native::stead_team_rename, teamId, request, Team.class);
    }

    /**
     * Puts a user into a team, or takes the user out of any; {@code plan} of the answer tells what that does. Leaving a
     * team revokes all sender identities of the user.
     *
     * @param userId the user
     * @param request the team
     * @return the user as it is now
     * @throws NotFoundException for an unknown user or team
     * @throws ConflictException when the version has moved, or the plan that was shown
     */
    public User assign(String userId, TeamAssignment request) {
        return session.ask(Native::stead_team_assign, userId, request, User.class);
    }
}
