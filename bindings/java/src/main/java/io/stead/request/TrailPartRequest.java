package io.stead.request;

import java.util.Map;

/** Which part of an audit trail to verify. Source: design 6. */
public final class TrailPartRequest extends Request<TrailPartRequest> {
    private TrailPartRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static TrailPartRequest of() {
        return new TrailPartRequest(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static TrailPartRequest from(Map<String, ?> members) {
        return new TrailPartRequest(plain(members));
    }

    @Override
    TrailPartRequest made(Map<String, Object> members) {
        return new TrailPartRequest(members);
    }

    /**
     * {@return this request with {@code from}}
     *
     * @param from the first entry
     */
    public TrailPartRequest from(long from) {
        return with("from", from);
    }

    /**
     * {@return this request with {@code max}}
     *
     * @param max at most so many entries
     */
    public TrailPartRequest max(long max) {
        return with("max", max);
    }

    /**
     * {@return this request with {@code deep}}
     *
     * @param deep whether to compare the look-up columns too
     */
    public TrailPartRequest deep(boolean deep) {
        return with("deep", deep);
    }
}
