package io.stead.request;

import java.util.Map;

/** Some steps of a check of a store. Source: design 7. */
public final class CheckRequest extends Request<CheckRequest> {
    private CheckRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static CheckRequest of() {
        return new CheckRequest(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static CheckRequest from(Map<String, ?> members) {
        return new CheckRequest(plain(members));
    }

    @Override
    CheckRequest made(Map<String, Object> members) {
        return new CheckRequest(members);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor where the call before says to go on
     */
    public CheckRequest cursor(String cursor) {
        return with("cursor", cursor);
    }

    /**
     * {@return this request with {@code maxSteps}}
     *
     * @param maxSteps at most so many steps, 1 to 1000
     */
    public CheckRequest maxSteps(int maxSteps) {
        return with("maxSteps", maxSteps);
    }
}
