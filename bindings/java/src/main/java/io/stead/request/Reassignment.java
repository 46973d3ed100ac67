package io.stead.request;

import java.util.Map;

/** Who is to sign instead. Source: contract 4. */
public final class Reassignment extends Request<Reassignment> {
    private Reassignment(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param name who is to sign
     * @param email the address
     * @param reason why, 1 to 5000 characters
     */
    public static Reassignment of(String name, String email, String reason) {
        return new Reassignment(Map.of()).with("name", name).with("email", email).with("reason", reason);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Reassignment from(Map<String, ?> members) {
        return new Reassignment(plain(members));
    }

    @Override
    Reassignment made(Map<String, Object> members) {
        return new Reassignment(members);
    }

    /**
     * {@return this request with {@code accessCode}}
     *
     * @param accessCode where the document asks for one
     */
    public Reassignment accessCode(String accessCode) {
        return with("accessCode", accessCode);
    }

    /**
     * {@return this request with {@code ip}}
     *
     * @param ip kept as evidence
     */
    public Reassignment ip(String ip) {
        return with("ip", ip);
    }

    /**
     * {@return this request with {@code userAgent}}
     *
     * @param userAgent kept as evidence
     */
    public Reassignment userAgent(String userAgent) {
        return with("userAgent", userAgent);
    }
}
