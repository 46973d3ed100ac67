package io.stead.request;

import java.util.Map;

/** The end of a user's work. Source: design 3, contract 3.1. */
public final class Deactivation extends Request<Deactivation> {
    private Deactivation(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static Deactivation of() {
        return new Deactivation(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Deactivation from(Map<String, ?> members) {
        return new Deactivation(plain(members));
    }

    @Override
    Deactivation made(Map<String, Object> members) {
        return new Deactivation(members);
    }

    /**
     * {@return this request with {@code toUserId}}
     *
     * @param toUserId the user who gets the documents; they stay unless set
     */
    public Deactivation toUserId(String toUserId) {
        return with("toUserId", toUserId);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the user that was read
     */
    public Deactivation version(long version) {
        return with("version", version);
    }

    /**
     * {@return this request with {@code dryRun}}
     *
     * @param dryRun whether only the plan is asked for
     */
    public Deactivation dryRun(boolean dryRun) {
        return with("dryRun", dryRun);
    }

    /**
     * {@return this request with {@code planId}}
     *
     * @param planId of a dry run; the change is made only while its plan is still this one
     */
    public Deactivation planId(String planId) {
        return with("planId", planId);
    }
}
