package io.stead.request;

import io.stead.model.ReportSide;
import java.time.Instant;
import java.util.Map;

/** What to count documents by, over which period. */
public final class ReportRequest extends Request<ReportRequest> {
    private ReportRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what it needs}
     *
     * @param by by what
     */
    public static ReportRequest of(ReportSide by) {
        return new ReportRequest(Map.of()).with("by", by);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static ReportRequest from(Map<String, ?> members) {
        return new ReportRequest(plain(members));
    }

    @Override
    ReportRequest made(Map<String, Object> members) {
        return new ReportRequest(members);
    }

    /**
     * {@return this request with {@code key}}
     *
     * @param key which metadata, with {@code ReportSide.META_DATA}
     */
    public ReportRequest key(String key) {
        return with("key", key);
    }

    /**
     * {@return this request with {@code from}}
     *
     * @param from made then or later
     */
    public ReportRequest from(Instant from) {
        return with("from", from);
    }

    /**
     * {@return this request with {@code until}}
     *
     * @param until made before
     */
    public ReportRequest until(Instant until) {
        return with("until", until);
    }
}
