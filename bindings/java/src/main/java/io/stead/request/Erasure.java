package io.stead.request;

import java.util.Map;

/** Whose personal fields go. Source: design 6. */
public final class Erasure extends Request<Erasure> {
    private Erasure(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param email the person's e-mail address
     */
    public static Erasure of(String email) {
        return new Erasure(Map.of()).with("email", email);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Erasure from(Map<String, ?> members) {
        return new Erasure(plain(members));
    }

    @Override
    Erasure made(Map<String, Object> members) {
        return new Erasure(members);
    }
}
