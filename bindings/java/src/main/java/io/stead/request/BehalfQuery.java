package io.stead.request;

import io.stead.model.Word;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Which documents sent on behalf. Source: contract 4.2. */
public final class BehalfQuery extends Request<BehalfQuery> {
    private BehalfQuery(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static BehalfQuery of() {
        return new BehalfQuery(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static BehalfQuery from(Map<String, ?> members) {
        return new BehalfQuery(plain(members));
    }

    @Override
    BehalfQuery made(Map<String, Object> members) {
        return new BehalfQuery(members);
    }

    /**
     * {@return this request with {@code pageType}}
     *
     * @param pageType for others (unless set) or for the session's user
     */
    public BehalfQuery pageType(PageType pageType) {
        return with("pageType", pageType);
    }

    /**
     * {@return this request with {@code page}}
     *
     * @param page the page by its number, 1 is the first
     */
    public BehalfQuery page(int page) {
        return with("page", page);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public BehalfQuery pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor the page that a nextCursor names
     */
    public BehalfQuery cursor(String cursor) {
        return with("cursor", cursor);
    }

    /**
     * {@return this request with {@code status}}
     *
     * @param status one of these: {@link io.stead.model.DocumentStatus}, or {@link DocumentView} as it looks to who asks
     */
    public BehalfQuery status(Word... status) {
        return with("status", Arrays.asList(status));
    }

    /**
     * {@return this request with {@code search}}
     *
     * @param search part of the title or of somebody concerned, at most 100 characters
     */
    public BehalfQuery search(String search) {
        return with("search", search);
    }

    /**
     * {@return this request with {@code identityEmail}}
     *
     * @param identityEmail for this owner
     */
    public BehalfQuery identityEmail(String identityEmail) {
        return with("identityEmail", identityEmail);
    }

    /**
     * {@return this request with {@code startAt}}
     *
     * @param startAt from this moment
     */
    public BehalfQuery startAt(Instant startAt) {
        return with("startAt", startAt);
    }

    /**
     * {@return this request with {@code endAt}}
     *
     * @param endAt up to this moment
     */
    public BehalfQuery endAt(Instant endAt) {
        return with("endAt", endAt);
    }

    /**
     * {@return this request with {@code labels}}
     *
     * @param labels one of these labels
     */
    public BehalfQuery labels(String... labels) {
        return with("labels", Arrays.asList(labels));
    }

    /**
     * {@return this request with {@code brandIds}}
     *
     * @param brandIds one of these brands
     */
    public BehalfQuery brandIds(String... brandIds) {
        return with("brandIds", Arrays.asList(brandIds));
    }

    /**
     * {@return this request with {@code signers}}
     *
     * @param signers with one of these signers, by address
     */
    public BehalfQuery signers(String... signers) {
        return with("signers", Arrays.asList(signers));
    }

    /**
     * {@return this request with {@code identityEmails}}
     *
     * @param identityEmails for one of these owners
     */
    public BehalfQuery identityEmails(String... identityEmails) {
        return with("identityEmails", Arrays.asList(identityEmails));
    }
}
