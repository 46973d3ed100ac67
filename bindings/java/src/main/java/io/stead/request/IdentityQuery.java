package io.stead.request;

import java.util.Arrays;
import java.util.Map;

/** Which sender identities. Source: contract 2.4. */
public final class IdentityQuery extends Request<IdentityQuery> {
    private IdentityQuery(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static IdentityQuery of() {
        return new IdentityQuery(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static IdentityQuery from(Map<String, ?> members) {
        return new IdentityQuery(plain(members));
    }

    @Override
    IdentityQuery made(Map<String, Object> members) {
        return new IdentityQuery(members);
    }

    /**
     * {@return this request with {@code page}}
     *
     * @param page the page by its number, 1 is the first
     */
    public IdentityQuery page(int page) {
        return with("page", page);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public IdentityQuery pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor the page that a nextCursor names
     */
    public IdentityQuery cursor(String cursor) {
        return with("cursor", cursor);
    }

    /**
     * {@return this request with {@code search}}
     *
     * @param search part of a name or address, at most 100 characters
     */
    public IdentityQuery search(String search) {
        return with("search", search);
    }

    /**
     * {@return this request with {@code brandIds}}
     *
     * @param brandIds of these brands
     */
    public IdentityQuery brandIds(String... brandIds) {
        return with("brandIds", Arrays.asList(brandIds));
    }
}
