package io.stead.request;

import io.stead.model.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** The owner's yes to the text that was shown. Source: design 3. */
public final class Approval extends Request<Approval> {
    private Approval(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param textHash the hash that came with the text
     */
    public static Approval of(String textHash) {
        return new Approval(Map.of()).with("textHash", textHash);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Approval from(Map<String, ?> members) {
        return new Approval(plain(members));
    }

    @Override
    Approval made(Map<String, Object> members) {
        return new Approval(members);
    }

    /**
     * {@return this request with {@code operations}}
     *
     * @param operations the acts, fewer than were asked for or as many
     */
    public Approval operations(Operation... operations) {
        return with("operations", Arrays.asList(operations));
    }

    /**
     * {@return this request with {@code from}}
     *
     * @param from from when on, not earlier than asked for
     */
    public Approval from(Instant from) {
        return with("from", from);
    }

    /**
     * {@return this request with {@code until}}
     *
     * @param until until when, not later than asked for
     */
    public Approval until(Instant until) {
        return with("until", until);
    }

    /**
     * {@return this request with {@code ip}}
     *
     * @param ip the address of whoever used the link, at most 64 characters
     */
    public Approval ip(String ip) {
        return with("ip", ip);
    }

    /**
     * {@return this request with {@code userAgent}}
     *
     * @param userAgent the browser, at most 500 characters
     */
    public Approval userAgent(String userAgent) {
        return with("userAgent", userAgent);
    }
}
