package io.stead.request;

import java.util.Map;

/** How much of what is due to do. Source: design 3. */
public final class DueRequest extends Request<DueRequest> {
    private DueRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static DueRequest of() {
        return new DueRequest(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static DueRequest from(Map<String, ?> members) {
        return new DueRequest(plain(members));
    }

    @Override
    DueRequest made(Map<String, Object> members) {
        return new DueRequest(members);
    }

    /**
     * {@return this request with {@code maxSteps}}
     *
     * @param maxSteps at most so many steps, 1 to 10,000
     */
    public DueRequest maxSteps(int maxSteps) {
        return with("maxSteps", maxSteps);
    }
}
