package io.stead.request;

import io.stead.model.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Less than was granted; at least one of operations, from, until. Source: design 3. */
public final class Narrowing extends Request<Narrowing> {
    private Narrowing(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static Narrowing of() {
        return new Narrowing(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Narrowing from(Map<String, ?> members) {
        return new Narrowing(plain(members));
    }

    @Override
    Narrowing made(Map<String, Object> members) {
        return new Narrowing(members);
    }

    /**
     * {@return this request with {@code operations}}
     *
     * @param operations the acts that stay granted
     */
    public Narrowing operations(Operation... operations) {
        return with("operations", Arrays.asList(operations));
    }

    /**
     * {@return this request with {@code from}}
     *
     * @param from from when on
     */
    public Narrowing from(Instant from) {
        return with("from", from);
    }

    /**
     * {@return this request with {@code until}}
     *
     * @param until until when
     */
    public Narrowing until(Instant until) {
        return with("until", until);
    }

    /**
     * {@return this request with {@code ip}}
     *
     * @param ip the address of whoever used the link, at most 64 characters
     */
    public Narrowing ip(String ip) {
        return with("ip", ip);
    }

    /**
     * {@return this request with {@code userAgent}}
     *
     * @param userAgent the browser, at most 500 characters
     */
    public Narrowing userAgent(String userAgent) {
        return with("userAgent", userAgent);
    }
}
