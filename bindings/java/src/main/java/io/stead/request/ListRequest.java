package io.stead.request;

import java.util.Map;

/** Which page of a list. Source: contract 1. */
public final class ListRequest extends Request<ListRequest> {
    private ListRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static ListRequest of() {
        return new ListRequest(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static ListRequest from(Map<String, ?> members) {
        return new ListRequest(plain(members));
    }

    @Override
    ListRequest made(Map<String, Object> members) {
        return new ListRequest(members);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public ListRequest pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor the page that a nextCursor names
     */
    public ListRequest cursor(String cursor) {
        return with("cursor", cursor);
    }
}
