package io.stead.request;

import io.stead.model.DocumentStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Which documents of a team. Source: contract 4.2. */
public final class TeamDocumentQuery extends Request<TeamDocumentQuery> {
    private TeamDocumentQuery(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static TeamDocumentQuery of() {
        return new TeamDocumentQuery(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static TeamDocumentQuery from(Map<String, ?> members) {
        return new TeamDocumentQuery(plain(members));
    }

    @Override
    TeamDocumentQuery made(Map<String, Object> members) {
        return new TeamDocumentQuery(members);
    }

    /**
     * {@return this request with {@code page}}
     *
     * @param page the page by its number, 1 is the first
     */
    public TeamDocumentQuery page(int page) {
        return with("page", page);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public TeamDocumentQuery pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code cursor}}
     *
     * @param cursor the page that a nextCursor names
     */
    public TeamDocumentQuery cursor(String cursor) {
        return with("cursor", cursor);
    }

    /**
     * {@return this request with {@code status}}
     *
     * @param status in one of these states
     */
    public TeamDocumentQuery status(DocumentStatus... status) {
        return with("status", Arrays.asList(status));
    }

    /**
     * {@return this request with {@code search}}
     *
     * @param search part of the title or of somebody concerned, at most 100 characters
     */
    public TeamDocumentQuery search(String search) {
        return with("search", search);
    }

    /**
     * {@return this request with {@code status}, in words of how a document looks to the user who asks}
     *
     * @param status looking so; to mix both kinds of words, use {@link #with}
     */
    public TeamDocumentQuery status(DocumentView... status) {
        return with("status", Arrays.asList(status));
    }

    /**
     * {@return this request with {@code transmitType}}
     *
     * @param transmitType sent (unless set), received or both
     */
    public TeamDocumentQuery transmitType(TransmitType transmitType) {
        return with("transmitType", transmitType);
    }

    /**
     * {@return this request with {@code dateFilterType}}
     *
     * @param dateFilterType which moment the period is about; of sending unless set
     */
    public TeamDocumentQuery dateFilterType(DateFilterType dateFilterType) {
        return with("dateFilterType", dateFilterType);
    }

    /**
     * {@return this request with {@code startAt}}
     *
     * @param startAt from this moment
     */
    public TeamDocumentQuery startAt(Instant startAt) {
        return with("startAt", startAt);
    }

    /**
     * {@return this request with {@code endAt}}
     *
     * @param endAt up to this moment
     */
    public TeamDocumentQuery endAt(Instant endAt) {
        return with("endAt", endAt);
    }

    /**
     * {@return this request with {@code labels}}
     *
     * @param labels one of these labels
     */
    public TeamDocumentQuery labels(String... labels) {
        return with("labels", Arrays.asList(labels));
    }

    /**
     * {@return this request with {@code brandIds}}
     *
     * @param brandIds one of these brands
     */
    public TeamDocumentQuery brandIds(String... brandIds) {
        return with("brandIds", Arrays.asList(brandIds));
    }

    /**
     * {@return this request with {@code userIds}}
     *
     * @param userIds of these users
     */
    public TeamDocumentQuery userIds(String... userIds) {
        return with("userIds", Arrays.asList(userIds));
    }

    /**
     * {@return this request with {@code teamIds}}
     *
     * @param teamIds of these teams
     */
    public TeamDocumentQuery teamIds(String... teamIds) {
        return with("teamIds", Arrays.asList(teamIds));
    }
}
