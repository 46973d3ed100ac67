package io.stead.request;

import java.time.Instant;
import java.util.Map;

/** Was this allowed then? Source: design 4, 6. */
public final class PastQuestion extends Request<PastQuestion> {
    private PastQuestion(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a question about this operation}
     *
     * @param operation e.g. {@code document.send}
     */
    public static PastQuestion of(String operation) {
        return new PastQuestion(Map.of()).with("operation", operation);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static PastQuestion from(Map<String, ?> members) {
        return new PastQuestion(plain(members));
    }

    @Override
    PastQuestion made(Map<String, Object> members) {
        return new PastQuestion(members);
    }

    /**
     * {@return this request with {@code at}}
     *
     * @param at the moment, after all that was written down up to then
     */
    public PastQuestion at(Instant at) {
        return with("at", at);
    }

    /**
     * {@return this request with {@code index}}
     *
     * @param index before this entry, instead of a moment
     */
    public PastQuestion index(long index) {
        return with("index", index);
    }

    /**
     * {@return this request with {@code actorId}}
     *
     * @param actorId who wanted to act; the session's user unless told
     */
    public PastQuestion actorId(String actorId) {
        return with("actorId", actorId);
    }

    /**
     * {@return this request with {@code principal}}
     *
     * @param principal for whom: an e-mail address; account-wide also a user id
     */
    public PastQuestion principal(String principal) {
        return with("principal", principal);
    }

    /**
     * {@return this request with {@code accountWide}}
     *
     * @param accountWide whether by account-wide access instead of a grant
     */
    public PastQuestion accountWide(boolean accountWide) {
        return with("accountWide", accountWide);
    }

    /**
     * {@return this request with {@code documentId}}
     *
     * @param documentId about which document
     */
    public PastQuestion documentId(String documentId) {
        return with("documentId", documentId);
    }
}
