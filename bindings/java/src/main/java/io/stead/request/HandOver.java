package io.stead.request;

import java.util.Arrays;
import java.util.Map;

/** Documents, and who gets them. Source: design 3. */
public final class HandOver extends Request<HandOver> {
    private HandOver(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param toUserId the user who gets them
     * @param documentIds 1 to 100 documents
     */
    public static HandOver of(String toUserId, String... documentIds) {
        return new HandOver(Map.of()).with("toUserId", toUserId).with("documentIds", Arrays.asList(documentIds));
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static HandOver from(Map<String, ?> members) {
        return new HandOver(plain(members));
    }

    @Override
    HandOver made(Map<String, Object> members) {
        return new HandOver(members);
    }

    /**
     * {@return this request with {@code dryRun}}
     *
     * @param dryRun whether only the plan is asked for
     */
    public HandOver dryRun(boolean dryRun) {
        return with("dryRun", dryRun);
    }

    /**
     * {@return this request with {@code planId}}
     *
     * @param planId of a dry run; the change is made only while its plan is still this one
     */
    public HandOver planId(String planId) {
        return with("planId", planId);
    }
}
