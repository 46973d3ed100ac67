package io.stead.request;

import java.util.Map;

/** In whose name a mail would leave. Source: design 5. */
public final class MailPlanRequest extends Request<MailPlanRequest> {
    private MailPlanRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what it needs}
     *
     * @param email the person's address
     */
    public static MailPlanRequest of(String email) {
        return new MailPlanRequest(Map.of()).with("email", email);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static MailPlanRequest from(Map<String, ?> members) {
        return new MailPlanRequest(plain(members));
    }

    @Override
    MailPlanRequest made(Map<String, Object> members) {
        return new MailPlanRequest(members);
    }

    /**
     * {@return this request with {@code name}}
     *
     * @param name what the person is called
     */
    public MailPlanRequest name(String name) {
        return with("name", name);
    }
}
