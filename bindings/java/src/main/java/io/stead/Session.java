package io.stead;

import io.stead.model.Explanation;
import io.stead.internal.Codec;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;

/**
 * An authenticated actor, optionally acting for one principal. Any number of threads may use it at once. Whether actor,
 * credential and consent are still good is asked inside every call. Source: design 1, 4.
 */
public final class Session extends Handle {
    private final Engine engine; // kept open while this can be reached

    Session(Engine engine, long address) {
        super(address, Native::stead_session_free);
        this.engine = engine;
    }

    /**
     * The same actor acting for somebody by that person's consent. Nothing is asked yet: whether there is consent is
     * decided with each act. A principal of this session is replaced, never chained.
     *
     * @param email the person's e-mail address; the actor's own means as oneself
     * @return the session; close it
     * @throws InvalidException for what is not an address
     */
    public Session onBehalfOf(String email) {
        byte[] who = Texts.argument(email, "email");
        return derived(session -> Native.stead_session_on_behalf_of(session, who));
    }

    /**
     * The same actor acting for another user of the account by account-wide authority. Source: design 4, sobo 1, 2.
     *
     * @param who a user id, an e-mail address, or {@code address;user name} where users share an address
     * @return the session; close it
     * @throws InvalidException for anything else
     */
    public Session accountWide(String who) {
        byte[] whom = Texts.argument(who, "who");
        return derived(session -> Native.stead_session_account_wide(session, whom));
    }

    /**
     * The acting user.
     *
     * @return the user's id
     */
    public String userId() {
        return Texts.text(call(Native::stead_session_user_id));
    }

    /**
     * The account of the acting user.
     *
     * @return its id
     */
    public String accountId() {
        return Texts.text(call(Native::stead_session_account_id));
    }

    /**
     * For whom this session acts.
     *
     * @return e-mail address or user id as it was given, empty when acting as oneself
     */
    public Optional<String> principal() {
        return Optional.ofNullable(Texts.text(call(Native::stead_session_principal)));
    }

    /**
     * May this session do that? A question, answered from memory when warm; nothing is audited. Do not use it as a gate
     * before a verb, which decides again: use it to show or hide a button.
     *
     * @param operation for example {@code document.send}; an unknown one is refused, not thrown
     * @return whether it is allowed now
     */
    public boolean may(String operation) {
        return may(Texts.argument(operation, "operation"), null);
    }

    /**
     * May this session do that for somebody?
     *
     * @param operation for example {@code document.send}; an unknown one is refused, not thrown
     * @param principal e-mail address of the person to act for by consent
     * @return whether it is allowed now
     * @throws InvalidException for what is not an address
     */
    public boolean may(String operation, String principal) {
        return may(Texts.argument(operation, "operation"), Texts.argument(principal, "principal"));
    }

    /**
     * May this session do that, and by what right or why not?
     *
     * @param operation for example {@code document.send}; an unknown one is refused, not thrown
     * @return the decision; a refusal is an answer, not an exception
     */
    public Decision decide(String operation) {
        return decide(Texts.argument(operation, "operation"), null);
    }

    /**
     * May this session do that for somebody, and by what right or why not?
     *
     * @param operation for example {@code document.send}; an unknown one is refused, not thrown
     * @param principal e-mail address of the person to act for by consent
     * @return the decision; a refusal is an answer, not an exception
     * @throws InvalidException for what is not an address
     */
    public Decision decide(String operation, String principal) {
        return decide(Texts.argument(operation, "operation"), Texts.argument(principal, "principal"));
    }

    /**
     * May this session do that to a document? Reads the store.
     *
     * @param operation for example {@code document.remind}
     * @param documentId the document; one that the session must not know of is refused as not found
     * @return the decision; a refusal is an answer, not an exception
     * @throws InvalidException when the id is no id
     */
    public Decision decideOnDocument(String operation, String documentId) {
        byte[] act = Texts.argument(operation, "operation");
        byte[] id = Texts.argument(documentId, "documentId");
        DecisionSlot slot = DecisionSlot.ofThisThread();
        try {
            Native.stead_session_authorize_document(address(), act, id, slot.address());
            return slot.read();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Many questions in one call.
     *
     * @param questions at most 10,000
     * @return the decisions in the same order
     * @throws InvalidException when a principal is not an address
     * @throws LimitExceededException beyond 10,000
     */
    public List<Decision> decideAll(List<Question> questions) {
        try (QuestionBatch batch = new QuestionBatch()) {
            questions.forEach(batch::add);
            act(session -> batch.ask(session));
            return batch.decisions();
        }
    }

    /**
     * A decision in words.
     *
     * @param operation for example {@code document.send}
     * @return what is allowed or not, and why, for people
     */
    public Explanation explain(String operation) {
        return explain(Texts.argument(operation, "operation"), null);
    }

    /**
     * A decision in words.
     *
     * @param operation for example {@code document.send}
     * @param principal e-mail address of the person to act for by consent
     * @return what is allowed or not, and why, for people
     * @throws InvalidException for what is not an address
     */
    public Explanation explain(String operation, String principal) {
        return explain(Texts.argument(operation, "operation"), Texts.argument(principal, "principal"));
    }

    /**
     * A decision about a document in words.
     *
     * @param operation for example {@code document.remind}
     * @param documentId the document
     * @return what is allowed or not, and why, for people
     * @throws InvalidException when the id is no id
     */
    public Explanation explainOnDocument(String operation, String documentId) {
        byte[] act = Texts.argument(operation, "operation");
        byte[] id = Texts.argument(documentId, "documentId");
        return Codec.read(
                call(session -> Native.stead_session_explain_document(session, act, id)), Explanation.class);
    }

    /**
     * The own account.
     *
     * @return the verbs
     */
    public OwnAccount account() {
        return new OwnAccount(this);
    }

    /**
     * Users of the account.
     *
     * @return the verbs
     */
    public Users users() {
        return new Users(this);
    }

    /**
     * Teams of the account.
     *
     * @return the verbs
     */
    public Teams teams() {
        return new Teams(this);
    }

    /**
     * API keys.
     *
     * @return the verbs
     */
    public ApiKeys apiKeys() {
        return new ApiKeys(this);
    }

    /**
     * Sender identities.
     *
     * @return the verbs
     */
    public Identities identities() {
        return new Identities(this);
    }

    /**
     * Brands of the account.
     *
     * @return the verbs
     */
    public Brands brands() {
        return new Brands(this);
    }

    /**
     * Documents.
     *
     * @return the verbs
     */
    public Documents documents() {
        return new Documents(this);
    }

    /**
     * For whom one may act, and who may act for one.
     *
     * @return the verbs
     */
    public Grants grants() {
        return new Grants(this);
    }

    /**
     * Where the account wants to be told of events, for an Admin.
     *
     * @return the verbs
     */
    public Webhooks webhooks() {
        return new Webhooks(this);
    }

    /**
     * Counts of documents.
     *
     * @return the verbs
     */
    public Reports reports() {
        return new Reports(this);
    }

    /**
     * What happened, for programs that act upon it.
     *
     * @return the verbs
     */
    public Events events() {
        return new Events(this);
    }

    /**
     * The audit trail, for an Admin or Auditor.
     *
     * @return the verbs
     */
    public Audit audit() {
        return new Audit(this);
    }

    /**
     * Ends the session: waits for the calls that run. Sessions made from it live on. Later calls throw
     * {@link IllegalStateException}; closing again does nothing.
     */
    @Override
    public void close() {
        super.close();
    }

    @Override
    boolean isClosed() {
        return super.isClosed() || engine.isClosed();
    }

    @Override
    void end(long address) {
        Native.stead_session_close(address);
    }

    private boolean may(byte[] operation, byte[] principal) {
        DecisionSlot slot = DecisionSlot.ofThisThread();
        try {
            return Native.stead_session_authorize(address(), operation, principal, slot.address());
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private Decision decide(byte[] operation, byte[] principal) {
        DecisionSlot slot = DecisionSlot.ofThisThread();
        try {
            Native.stead_session_authorize(address(), operation, principal, slot.address());
            return slot.read();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private Explanation explain(byte[] operation, byte[] principal) {
        return Codec.read(
                call(session -> Native.stead_session_explain(session, operation, principal)), Explanation.class);
    }

    private Session derived(Derivation derivation) {
        try {
            return new Session(engine, derivation.from(address()));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private interface Derivation {
        long from(long session);
    }
}
