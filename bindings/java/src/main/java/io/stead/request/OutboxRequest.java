package io.stead.request;

import java.util.Map;

/** How many messages to take, and for how long. Source: design 5. */
public final class OutboxRequest extends Request<OutboxRequest> {
    private OutboxRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static OutboxRequest of() {
        return new OutboxRequest(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static OutboxRequest from(Map<String, ?> members) {
        return new OutboxRequest(plain(members));
    }

    @Override
    OutboxRequest made(Map<String, Object> members) {
        return new OutboxRequest(members);
    }

    /**
     * {@return this request with {@code max}}
     *
     * @param max how many at most, 1 to 100
     */
    public OutboxRequest max(int max) {
        return with("max", max);
    }

    /**
     * {@return this request with {@code leaseMs}}
     *
     * @param leaseMs how long they stay taken, at most 86,400,000 ms
     */
    public OutboxRequest leaseMs(long leaseMs) {
        return with("leaseMs", leaseMs);
    }
}
