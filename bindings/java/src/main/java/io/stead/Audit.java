package io.stead;

import io.stead.internal.Codec;
import io.stead.model.AuditItem;
import io.stead.model.ErasedPerson;
import io.stead.model.Page;
import io.stead.model.PastDecision;
import io.stead.model.Replay;
import io.stead.request.AuditQuery;
import io.stead.request.Erasure;
import io.stead.request.PastQuestion;
import java.util.stream.Stream;

/**
 * The audit trail of the account, for an Admin or Auditor; evidence also for whoever may read a document's log. Source:
 * design 6.
 */
public final class Audit {
    private final Session session;

    Audit(Session session) {
        this.session = session;
    }

    /**
     * Entries of the trail.
     *
     * @param request which
     * @return the page; the next one begins after its last index
     * @throws RefusedException for other roles
     */
    public Page<AuditItem> list(AuditQuery request) {
        return session.page(Native::stead_audit_list, request, AuditItem.class);
    }

    /**
     * Entries of the trail, page after page as they are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     * @throws RefusedException for other roles
     */
    public Stream<AuditItem> stream(AuditQuery request) {
        return Pages.byIndex(request, this::list);
    }

    /**
     * Was this allowed then? Decided again from what the trail said at that moment.
     *
     * @param request who, what, when
     * @return the decision, and the entries it rests on
     * @throws RefusedException when the question is about somebody else, for other roles
     * @throws NotFoundException for an unknown user or entry
     */
    public PastDecision decideAsOf(PastQuestion request) {
        return session.ask(Native::stead_audit_decide_as_of, request, PastDecision.class);
    }

    /**
     * Makes the decision behind a recorded act of a user again, from what the trail said before it.
     *
     * @param index the entry
     * @return what is recorded, what was decided again, and whether both agree
     * @throws RefusedException for other roles, and where nothing was decided
     * @throws NotFoundException for an unknown entry
     */
    public Replay replay(long index) {
        return Codec.read(session.call(handle -> Native.stead_audit_replay(handle, index)), Replay.class);
    }

    /**
     * Deletes a person's fields in the trail, by an Admin; itself an entry.
     *
     * @param request whose
     * @return how much was erased
     * @throws RefusedException for other roles
     */
    public ErasedPerson erasePerson(Erasure request) {
        return session.ask(Native::stead_audit_erase_person, request, ErasedPerson.class);
    }

    /**
     * The evidence file of a document; audited. {@link Stead#verifyEvidence} checks it.
     *
     * @param documentId the document
     * @return the bytes of the file
     * @throws NotFoundException for a document that the session must not know of
     */
    public byte[] exportEvidence(String documentId) {
        byte[] id = Texts.argument(documentId, "documentId");
        return session.call(handle -> Native.stead_audit_export_evidence(handle, id));
    }
}
