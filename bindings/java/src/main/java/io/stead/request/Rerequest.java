package io.stead.request;

import io.stead.model.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** What to ask an owner for now. Source: contract 2.5. */
public final class Rerequest extends Request<Rerequest> {
    private Rerequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static Rerequest of() {
        return new Rerequest(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Rerequest from(Map<String, ?> members) {
        return new Rerequest(plain(members));
    }

    @Override
    Rerequest made(Map<String, Object> members) {
        return new Rerequest(members);
    }

    /**
     * {@return this request with {@code operations}}
     *
     * @param operations the acts to ask for
     */
    public Rerequest operations(Operation... operations) {
        return with("operations", Arrays.asList(operations));
    }

    /**
     * {@return this request with {@code from}}
     *
     * @param from from when on; null clears it
     */
    public Rerequest from(Instant from) {
        return with("from", from);
    }

    /**
     * {@return this request with {@code until}}
     *
     * @param until until when; null clears it
     */
    public Rerequest until(Instant until) {
        return with("until", until);
    }
}
