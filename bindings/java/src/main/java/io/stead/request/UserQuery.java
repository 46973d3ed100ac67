package io.stead.request;

import java.util.Arrays;
import java.util.Map;

/** Which users. Source: contract 3.1. */
public final class UserQuery extends Request<UserQuery> {
    private UserQuery(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static UserQuery of() {
        return new UserQuery(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static UserQuery from(Map<String, ?> members) {
        return new UserQuery(plain(members));
    }

    @Override
    UserQuery made(Map<String, Object> members) {
        return new UserQuery(members);
    }

    /**
     * {@return this request with {@code page}}
     *
     * @param page the page by its number, 1 is the first
     */
    public UserQuery page(int page) {
        return with("page", page);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public UserQuery pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor the page that a nextCursor names
     */
    public UserQuery cursor(String cursor) {
        return with("cursor", cursor);
    }

    /**
     * {@return this request with {@code search}}
     *
     * @param search part of a name, an address or an id, at most 100 characters
     */
    public UserQuery search(String search) {
        return with("search", search);
    }

    /**
     * {@return this request with {@code userIds}}
     *
     * @param userIds of these users, at most 100; instead of a team
     */
    public UserQuery userIds(String... userIds) {
        return with("userIds", Arrays.asList(userIds));
    }

    /**
     * {@return this request with {@code teamId}}
     *
     * @param teamId of this team
     */
    public UserQuery teamId(String teamId) {
        return with("teamId", teamId);
    }
}
