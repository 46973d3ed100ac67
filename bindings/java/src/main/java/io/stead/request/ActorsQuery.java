package io.stead.request;

import java.util.Map;

/** Who may act for me, or for anybody in the account. Source: design 4. */
public final class ActorsQuery extends Request<ActorsQuery> {
    private ActorsQuery(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static ActorsQuery of() {
        return new ActorsQuery(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static ActorsQuery from(Map<String, ?> members) {
        return new ActorsQuery(plain(members));
    }

    @Override
    ActorsQuery made(Map<String, Object> members) {
        return new ActorsQuery(members);
    }

    /**
     * {@return this request with {@code all}}
     *
     * @param all the whole account, for an Admin or Auditor
     */
    public ActorsQuery all(boolean all) {
        return with("all", all);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public ActorsQuery pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor the page that a nextCursor names
     */
    public ActorsQuery cursor(String cursor) {
        return with("cursor", cursor);
    }
}
