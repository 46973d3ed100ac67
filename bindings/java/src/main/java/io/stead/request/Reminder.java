package io.stead.request;

import java.util.Arrays;
import java.util.Map;

/** Whom to remind. Source: contract 4.7. */
public final class Reminder extends Request<Reminder> {
    private Reminder(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static Reminder of() {
        return new Reminder(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Reminder from(Map<String, ?> members) {
        return new Reminder(plain(members));
    }

    @Override
    Reminder made(Map<String, Object> members) {
        return new Reminder(members);
    }

    /**
     * {@return this request with {@code signerEmails}}
     *
     * @param signerEmails these signers; everybody who is waited for unless set
     */
    public Reminder signerEmails(String... signerEmails) {
        return with("signerEmails", Arrays.asList(signerEmails));
    }

    /**
     * {@return this request with {@code message}}
     *
     * @param message words to them, at most 5000 characters
     */
    public Reminder message(String message) {
        return with("message", message);
    }
}
