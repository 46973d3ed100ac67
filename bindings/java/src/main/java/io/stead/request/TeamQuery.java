package io.stead.request;

import io.stead.model.Word;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Which documents of a team. Source: contract 4.2. */
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
     * {@return this request with {@code status}}
     *
     * @param status one of these: {@link io.stead.model.DocumentStatus}, or {@link DocumentView} as it looks to who asks
     */
    public TeamQuery status(Word... status) {
        return with("status", Arrays.asList(status));
    }

    /**
     * {@return this request with {@code search}}
     *
     * @param search part of the title or of somebody concerned, at most 100 characters
     */
    public TeamQuery search(String search) {
        return with("search", search);
    }

    /**
     * {@return this request with {@code transmitType}}
     *
     * @param transmitType sent (unless set), received or both
     */
    public TeamQuery transmitType(TransmitType transmitType) {
        return with("transmitType", transmitType);
    }

    /**
     * {@return this request with {@code dateFilterType}}
     *
     * @param dateFilterType which moment the period is about; of sending unless set
     */
    public TeamQuery dateFilterType(DateFilterType dateFilterType) {
        return with("dateFilterType", dateFilterType);
    }

    /**
     * {@return this request with {@code startAt}}
     *
     * @param startAt from this moment
     */
    public TeamQuery startAt(Instant startAt) {
        return with("startAt", startAt);
    }

    /**
     * {@return this request with {@code endAt}}
     *
     * @param endAt up to this moment
     */
    public TeamQuery endAt(Instant endAt) {
        return with("endAt", endAt);
    }

    /**
     * {@return this request with {@code labels}}
     *
     * @param labels one of these labels
     */
    public TeamQuery labels(String... labels) {
        return with("labels", Arrays.asList(labels));
    }

    /**
     * {@return this request with {@code brandIds}}
     *
     * @param brandIds one of these brands
     */
    public TeamQuery brandIds(String... brandIds) {
        return with("brandIds", Arrays.asList(brandIds));
    }

    /**
     * {@return this request with {@code userIds}}
     *
     * @param userIds of these users
     */
    public TeamQuery userIds(String... userIds) {
        return with("userIds", Arrays.asList(userIds));
    }

    /**
     * {@return this request with {@code teamIds}}
     *
     * @param teamIds of these teams
     */
    public TeamQuery teamIds(String... teamIds) {
        return with("teamIds", Arrays.asList(teamIds));
    }
}
