package io.stead;

import io.stead.model.User;
import io.stead.request.Invitation;
import io.stead.request.UserUpdate;
import io.stead.request.VersionRead;

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
        return deactivate(userId, VersionRead.of());
    }

    /**
     * Deactivates a user as it was read; all sender identities of the user become Revoked.
     *
     * @param userId the user
     * @param request the version that was read
     * @return the user as it is now
     * @throws RefusedException for the last Admin
     * @throws ConflictException when the version has moved
     */
    public User deactivate(String userId, VersionRead request) {
        return session.ask(Native::stead_user_deactivate, userId, request, User.class);
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
