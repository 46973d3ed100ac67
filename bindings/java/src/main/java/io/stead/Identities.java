package io.stead;

import io.stead.model.ConsentEvidence;
import io.stead.model.DeletedIdentity;
import io.stead.model.Identity;
import io.stead.model.Page;
import io.stead.request.IdentityQuery;
import io.stead.request.IdentityRequest;
import io.stead.request.IdentityUpdate;
import io.stead.request.Rerequest;
import java.util.stream.Stream;

/** Sender identities, the creator's side: only the creator sees, lists, changes or uses one. Source: contract 2. */
public final class Identities {
    private final Session session;

    Identities(Session session) {
        this.session = session;
    }

    /**
     * Asks a person for consent; the mail with the link is planned.
     *
     * @param request whom, and to what
     * @return the identity, Pending
     * @throws ConflictException when the session's user has asked this person before
     * @throws LimitExceededException after too many mails to the address in 24 hours
     */
    public Identity create(IdentityRequest request) {
        return session.ask(Native::stead_identity_create, request, Identity.class);
    }

    /**
     * An identity.
     *
     * @param idOrEmail id of the identity, or the owner's e-mail address
     * @return the identity
     * @throws NotFoundException for what is not the session user's identity
     */
    public Identity get(String idOrEmail) {
        return session.ask(Native::stead_identity_get, idOrEmail, Identity.class);
    }

    /**
     * A page of sender identities, newest first.
     *
     * @return the first page
     */
    public Page<Identity> list() {
        return list(IdentityQuery.of());
    }

    /**
     * A page of sender identities, newest first.
     *
     * @param request which page
     * @return the page
     */
    public Page<Identity> list(IdentityQuery request) {
        return session.page(Native::stead_identity_list, request, Identity.class);
    }

    /**
     * Sender identities, newest first, page after page as they are needed.
     *
     * @return the stream; reads the store while it is consumed
     */
    public Stream<Identity> stream() {
        return stream(IdentityQuery.of());
    }

    /**
     * Sender identities, newest first, page after page as they are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     */
    public Stream<Identity> stream(IdentityQuery request) {
        return Pages.stream(request, this::list);
    }

    /**
     * Changes an identity. Metadata and settings are partial. On a Verified one the owner is told.
     *
     * @param idOrEmail id of the identity, or the owner's e-mail address
     * @param request at least one change
     * @return the identity as it is now
     * @throws NotFoundException for what is not the session user's identity
     * @throws ConflictException when the version has moved
     */
    public Identity update(String idOrEmail, IdentityUpdate request) {
        return session.ask(Native::stead_identity_update, idOrEmail, request, Identity.class);
    }

    /**
     * Mails the request again in a new round; the old link is dead. Only while Pending.
     *
     * @param idOrEmail id of the identity, or the owner's e-mail address
     * @return the identity as it is now
     * @throws RefusedException unless it is Pending
     * @throws NotFoundException for what is not the session user's identity
     * @throws LimitExceededException after too many mails
     */
    public Identity resend(String idOrEmail) {
        return session.ask(Native::stead_identity_resend, idOrEmail, Identity.class);
    }

    /**
     * Asks again for the same after Denied, Revoked or the end of the grant.
     *
     * @param idOrEmail id of the identity, or the owner's e-mail address
     * @return the identity, Pending
     * @throws RefusedException in another state, or when the owner wants no more questions
     * @throws NotFoundException for what is not the session user's identity
     */
    public Identity rerequest(String idOrEmail) {
        return rerequest(idOrEmail, Rerequest.of());
    }

    /**
     * Asks again after Denied, Revoked or the end of the grant.
     *
     * @param idOrEmail id of the identity, or the owner's e-mail address
     * @param request what to ask for now
     * @return the identity, Pending
     * @throws RefusedException in another state, or when the owner wants no more questions
     * @throws NotFoundException for what is not the session user's identity
     */
    public Identity rerequest(String idOrEmail, Rerequest request) {
        return session.ask(Native::stead_identity_rerequest, idOrEmail, request, Identity.class);
    }

    /**
     * Deletes an identity; its grant ends, the owner is told, documents keep the name they were sent with.
     *
     * @param idOrEmail id of the identity, or the owner's e-mail address
     * @return the id that is gone
     * @throws NotFoundException for what is not the session user's identity
     */
    public DeletedIdentity delete(String idOrEmail) {
        return session.ask(Native::stead_identity_delete, idOrEmail, DeletedIdentity.class);
    }

    /**
     * How consent was asked and given, for the creator or an Auditor.
     *
     * @param idOrEmail id of the identity, or the owner's e-mail address
     * @return every round
     * @throws NotFoundException for what is not the session user's identity
     */
    public ConsentEvidence evidence(String idOrEmail) {
        return session.ask(Native::stead_identity_evidence, idOrEmail, ConsentEvidence.class);
    }
}
