package io.stead;

import io.stead.model.OwnerAnswer;
import io.stead.model.OwnerPage;
import io.stead.request.Approval;
import io.stead.request.Denial;
import io.stead.request.Narrowing;
import io.stead.request.Visit;

/** The owner of a sender identity, by the link that was mailed; needs no account. Source: design 3. */
public final class OwnerLink {
    private final Engine engine;
    private final String token;

    OwnerLink(Engine engine, String token) {
        this.engine = engine;
        this.token = token;
    }

    /**
     * What the owner is asked, or has granted. Changes nothing.
     *
     * @return what to show
     * @throws NotFoundException for any token that is not the living one
     */
    public OwnerPage look() {
        return engine.ask(Native::stead_owner_look, token, OwnerPage.class);
    }

    /**
     * The owner agrees to the text that was shown, or to less.
     *
     * @param request the hash of that text, and the limits
     * @return the grant that was born
     * @throws NotFoundException for any token that is not the living one
     * @throws ConflictException when the text has changed: show it again
     * @throws RefusedException when the address is linked to another account
     */
    public OwnerAnswer approve(Approval request) {
        return engine.ask(Native::stead_owner_approve, token, request, OwnerAnswer.class);
    }

    /**
     * The owner says no.
     *
     * @param request whether ever to ask again
     * @return the identity, Denied
     * @throws NotFoundException for any token that is not the living one
     */
    public OwnerAnswer deny(Denial request) {
        return engine.ask(Native::stead_owner_deny, token, request, OwnerAnswer.class);
    }

    /**
     * The owner takes a part back, by the lasting link.
     *
     * @param request what stays granted
     * @return the grant as it is now
     * @throws NotFoundException for any token that is not the living one
     * @throws RefusedException when the grant has ended
     */
    public OwnerAnswer narrow(Narrowing request) {
        return engine.ask(Native::stead_owner_narrow, token, request, OwnerAnswer.class);
    }

    /**
     * The owner takes everything back, by the lasting link. When this returns, no decision that starts later, in any
     * process, says allowed.
     *
     * @param request from where the link was used
     * @return the grant, ended
     * @throws NotFoundException for any token that is not the living one
     */
    public OwnerAnswer revoke(Visit request) {
        return engine.ask(Native::stead_owner_revoke, token, request, OwnerAnswer.class);
    }
}
