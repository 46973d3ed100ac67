package io.stead.request;

import java.util.Map;

/** Which page of a list, by cursor or number. Source: contract 1. */
public final class PageRequest extends Request<PageRequest> {
    private PageRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static PageRequest of() {
        return new PageRequest(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static PageRequest from(Map<String, ?> members) {
        return new PageRequest(plain(members));
    }

    @Override
    PageRequest made(Map<String, Object> members) {
        return new PageRequest(members);
    }

    /**
     * {@return this request with {@code page}}
     *
     * @param page the page by its number, 1 is the first
     */
    public PageRequest page(int page) {
        return with("page", page);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public PageRequest pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor the page that a nextCursor names
     */
    public PageRequest cursor(String cursor) {
        return with("cursor", cursor);
    }
}
