package io.stead.request;

import java.util.Map;

/** Why a message came back. Source: contract 2.3. */
public final class BounceReport extends Request<BounceReport> {
    private BounceReport(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static BounceReport of() {
        return new BounceReport(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static BounceReport from(Map<String, ?> members) {
        return new BounceReport(plain(members));
    }

    @Override
    BounceReport made(Map<String, Object> members) {
        return new BounceReport(members);
    }

    /**
     * {@return this request with {@code reason}}
     *
     * @param reason what the mail server said, one line
     */
    public BounceReport reason(String reason) {
        return with("reason", reason);
    }
}
