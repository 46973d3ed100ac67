package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a store. Source: design 7.
 *
 * @param check {@code pages} of a table, or the {@code head} of an account's trail
 * @param table the table, with {@code pages}
 * @param accountId the account, with {@code head}
 * @param text what it is, for people
 * @param unknown members that this version does not know
 */
public record StoreFinding(
        String check, Optional<String> table, Optional<String> accountId, String text, Map<String, Object> unknown)
        implements Answer {}
