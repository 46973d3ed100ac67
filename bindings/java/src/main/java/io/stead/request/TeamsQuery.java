package io.stead.request;

import java.util.Map;

/** Which teams. Source: contract 3.2. */
public final class TeamsQuery extends Request<TeamsQuery> {
    private TeamsQuery(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static TeamsQuery of() {
        return new TeamsQuery(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static TeamsQuery from(Map<String, ?> members) {
        return new TeamsQuery(plain(members));
    }

    @Override
    TeamsQuery made(Map<String, Object> members) {
        return new TeamsQuery(members);
    }

    /**
     * {@return this request with {@code page}}
     *
     * @param page the page by its number, 1 is the first
     */
    public TeamsQuery page(int page) {
        return with("page", page);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public TeamsQuery pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor the page that a nextCursor names
     */
    public TeamsQuery cursor(String cursor) {
        return with("cursor", cursor);
    }

    /**
     * {@return this request with {@code search}}
     *
     * @param search part of a name or an id, at most 100 characters
     */
    public TeamsQuery search(String search) {
        return with("search", search);
    }
}
