package io.stead;

import io.stead.model.User;
import io.stead.request.Acceptance;

/** An invited person, by the link that was mailed. Source: design 3. */
public final class InvitationLink {
    private final Engine engine;
    private final String token;

    InvitationLink(Engine engine, String token) {
        this.engine = engine;
        this.token = token;
    }

    /**
     * Accepts the invitation.
     *
     * @param request the person's name, and from where
     * @return the user, Active
     * @throws NotFoundException for any token that is not the living one
     */
    public User accept(Acceptance request) {
        return engine.ask(Native::stead_user_accept, token, request, User.class);
    }
}
