package io.stead.request;

import java.util.Map;

/** Which entries of the audit trail. Source: design 6. */
public final class AuditQuery extends Request<AuditQuery> {
    private AuditQuery(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static AuditQuery of() {
        return new AuditQuery(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static AuditQuery from(Map<String, ?> members) {
        return new AuditQuery(plain(members));
    }

    @Override
    AuditQuery made(Map<String, Object> members) {
        return new AuditQuery(members);
    }

    /**
     * {@return this request with {@code from}}
     *
     * @param from the first entry
     */
    public AuditQuery from(long from) {
        return with("from", from);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor where an earlier page ended
     */
    public AuditQuery cursor(String cursor) {
        return with("cursor", cursor);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public AuditQuery pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code subjectId}}
     *
     * @param subjectId about this thing only
     */
    public AuditQuery subjectId(String subjectId) {
        return with("subjectId", subjectId);
    }
}
