package io.stead;

import io.stead.model.CancelledInvitation;
import io.stead.model.InvitedUsers;
import io.stead.model.Page;
import io.stead.model.User;
import io.stead.request.Deactivation;
import io.stead.request.Invitation;
import io.stead.request.Invitations;
import io.stead.request.TeamChange;
import io.stead.request.UserQuery;
import io.stead.request.UserUpdate;
import io.stead.request.VersionRead;
import java.util.stream.Stream;

/** Users of the account. Source: contract 3, design 3. */
public final class Users {
    private final Session session;

    Users(Session session) {
        this.session = session;
    }

    /**
     * Invites somebody; the mail with the link is planned.
     *
     * @param request whom
     * @return the user, InvitationPending
     * @throws ConflictException when the account has a user with this address
     * @throws NotFoundException for an unknown team
     */
    public User invite(Invitation request) {
        return session.ask(Native::stead_user_invite, request, User.class);
    }

    /**
     * Invites several, all or nobody; errors name the item, as in {@code /users/0/email}.
     *
     * @param request whom
     * @return the users, InvitationPending, in the order asked for
     * @throws ConflictException when the account has a user with one of the addresses
     * @throws NotFoundException for an unknown team
     */
    public InvitedUsers inviteAll(Invitations request) {
        return session.ask(Native::stead_user_invite_all, request, InvitedUsers.class);
    }

    /**
     * Mails a new invitation link; the old one is dead. Only while InvitationPending.
     *
     * @param userId the user
     * @return the user as it is now
     * @throws RefusedException unless it is InvitationPending
     * @throws NotFoundException for an unknown user
     */
    public User resendInvitation(String userId) {
        return session.ask(Native::stead_user_resend_invitation, userId, User.class);
    }

    /**
     * Takes an invitation back: the user is gone, the link is dead. Only while InvitationPending.
     *
     * @param userId the user
     * @return the id that is gone
     * @throws RefusedException unless it is InvitationPending
     * @throws NotFoundException for an unknown user
     */
    public CancelledInvitation cancelInvitation(String userId) {
        return session.ask(Native::stead_user_cancel_invitation, userId, CancelledInvitation.class);
    }

    /**
     * A page of users, newest first.
     *
     * @return the first page
     */
    public Page<User> list() {
        return list(UserQuery.of());
    }

    /**
     * A page of users, newest first.
     *
     * @param request which page, and of whom
     * @return the page
     * @throws NotFoundException for an unknown team
     */
    public Page<User> list(UserQuery request) {
        return session.page(Native::stead_user_list, request, User.class);
    }

    /**
     * Users, newest first, page after page as they are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     */
    public Stream<User> stream(UserQuery request) {
        return Pages.stream(request, this::list);
    }

    /**
     * A user.
     *
     * @param userId the user
     * @return the user
     * @throws NotFoundException for an unknown user
     */
    public User get(String userId) {
        return session.ask(Native::stead_user_get, userId, User.class);
    }

    /**
     * Changes a user. Metadata merges: an empty or null value removes a key, absent keys stay.
     *
     * @param userId the user
     * @param request at least one change
     * @return the user as it is now
     * @throws RefusedException for the last Admin
     * @throws ConflictException when the version has moved
     */
    public User update(String userId, UserUpdate request) {
        return session.ask(Native::stead_user_update, userId, request, User.class);
    }

    /**
     * Deactivates a user; all sender identities of the user become Revoked.
     *
     * @param userId the user
     * @return the user as it is now
     * @throws RefusedException for the last Admin
     */
    public User deactivate(String userId) {
        return deactivate(userId, Deactivation.of());
    }

    /**
     * Deactivates a user; {@code plan} of the answer tells what that does. All sender identities of the user become
     * Revoked; documents stay, or go to the user who is named.
     *
     * @param userId the user
     * @param request who gets the documents, and whether only the plan is asked for
     * @return the user as it is now
     * @throws RefusedException for the last Admin, or unless the user is active
     * @throws ConflictException when the version has moved, or the plan that was shown
     * @throws LimitExceededException for more than 2000 documents
     */
    public User deactivate(String userId, Deactivation request) {
        return session.ask(Native::stead_user_deactivate, userId, request, User.class);
    }

    /**
     * Moves a user into another team; {@code plan} of the answer tells what that does. Leaving a team revokes all
     * sender identities of the user. Documents go along, or to the user who is named: then those under way are
     * revoked, and where the moved user is waited for as a signer he declines.
     *
     * @param userId the user
     * @param request the team, who gets the documents, and whether only the plan is asked for
     * @return the user as it is now
     * @throws RefusedException when the user is in this team already
     * @throws NotFoundException for an unknown user or team
     * @throws ConflictException when the version has moved, or the plan that was shown
     * @throws LimitExceededException for more than 2000 documents
     */
    public User changeTeam(String userId, TeamChange request) {
        return session.ask(Native::stead_user_change_team, userId, request, User.class);
    }

    /**
     * Makes a user active again; revoked identities stay revoked.
     *
     * @param userId the user
     * @return the user as it is now
     * @throws RefusedException unless the user is deactivated
     */
    public User reactivate(String userId) {
        return reactivate(userId, VersionRead.of());
    }

    /**
     * Makes a user active again as it was read; revoked identities stay revoked.
     *
     * @param userId the user
     * @param request the version that was read
     * @return the user as it is now
     * @throws RefusedException unless the user is deactivated
     * @throws ConflictException when the version has moved
     */
    public User reactivate(String userId, VersionRead request) {
        return session.ask(Native::stead_user_reactivate, userId, request, User.class);
    }
}
