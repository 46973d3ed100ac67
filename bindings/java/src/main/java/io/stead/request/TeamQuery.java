package io.stead.request;

import java.util.Map;

/** Which teams. Source: contract 3.2. */
public final class TeamQuery extends Request<TeamQuery> {
    private TeamQuery(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static TeamQuery of() {
        return new TeamQuery(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static TeamQuery from(Map<String, ?> members) {
        return new TeamQuery(plain(members));
    }

    @Override
    TeamQuery made(Map<String, Object> members) {
        return new TeamQuery(members);
    }

    /**
     * {@return this request with {@code page}}
     *
     * @param page the page by its number, 1 is the first
     */
    public TeamQuery page(int page) {
        return with("page", page);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public TeamQuery pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor the page that a nextCursor names
     */
    public TeamQuery cursor(String cursor) {
        return with("cursor", cursor);
    }

    /**
     * {@return this request with {@code search}}
     *
     * @param search part of a name or an id, at most 100 characters
     */
    public TeamQuery search(String search) {
        return with("search", search);
    }
}
