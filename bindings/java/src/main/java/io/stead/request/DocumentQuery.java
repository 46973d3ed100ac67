package io.stead.request;

import io.stead.model.Word;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Which documents sent as oneself. Source: contract 4.2. */
public final class DocumentQuery extends Request<DocumentQuery> {
    private DocumentQuery(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static DocumentQuery of() {
        return new DocumentQuery(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static DocumentQuery from(Map<String, ?> members) {
        return new DocumentQuery(plain(members));
    }

    @Override
    DocumentQuery made(Map<String, Object> members) {
        return new DocumentQuery(members);
    }

    /**
     * {@return this request with {@code page}}
     *
     * @param page the page by its number, 1 is the first
     */
    public DocumentQuery page(int page) {
        return with("page", page);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public DocumentQuery pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor the page that a nextCursor names
     */
    public DocumentQuery cursor(String cursor) {
        return with("cursor", cursor);
    }

    /**
     * {@return this request with {@code status}}
     *
     * @param status one of these: {@link io.stead.model.DocumentStatus}, or {@link DocumentView} as it looks to who asks
     */
    public DocumentQuery status(Word... status) {
        return with("status", Arrays.asList(status));
    }

    /**
     * {@return this request with {@code search}}
     *
     * @param search part of the title or of somebody concerned, at most 100 characters
     */
    public DocumentQuery search(String search) {
        return with("search", search);
    }

    /**
     * {@return this request with {@code transmitType}}
     *
     * @param transmitType sent (unless set), received or both
     */
    public DocumentQuery transmitType(TransmitType transmitType) {
        return with("transmitType", transmitType);
    }

    /**
     * {@return this request with {@code dateFilterType}}
     *
     * @param dateFilterType which moment the period is about; of sending unless set
     */
    public DocumentQuery dateFilterType(DateFilterType dateFilterType) {
        return with("dateFilterType", dateFilterType);
    }

    /**
     * {@return this request with {@code startAt}}
     *
     * @param startAt from this moment
     */
    public DocumentQuery startAt(Instant startAt) {
        return with("startAt", startAt);
    }

    /**
     * {@return this request with {@code endAt}}
     *
     * @param endAt up to this moment
     */
    public DocumentQuery endAt(Instant endAt) {
        return with("endAt", endAt);
    }

    /**
     * {@return this request with {@code labels}}
     *
     * @param labels one of these labels
     */
    public DocumentQuery labels(String... labels) {
        return with("labels", Arrays.asList(labels));
    }

    /**
     * {@return this request with {@code brandIds}}
     *
     * @param brandIds one of these brands
     */
    public DocumentQuery brandIds(String... brandIds) {
        return with("brandIds", Arrays.asList(brandIds));
    }

    /**
     * {@return this request with {@code sentBy}}
     *
     * @param sentBy sent by one of these addresses
     */
    public DocumentQuery sentBy(String... sentBy) {
        return with("sentBy", Arrays.asList(sentBy));
    }

    /**
     * {@return this request with {@code recipients}}
     *
     * @param recipients to one of these addresses
     */
    public DocumentQuery recipients(String... recipients) {
        return with("recipients", Arrays.asList(recipients));
    }
}
