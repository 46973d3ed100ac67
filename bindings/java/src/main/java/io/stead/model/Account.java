package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant. Source: design 1.
 *
 * @param id its id
 * @param number its number, counted from 1
 * @param name its name
 * @param logOrigin where its audit log lives, frozen when it was made
 * @param accountWide whether account-wide authority is switched on
 * @param createdAt when it was made
 * @param adminUserId the first Admin, in the answer that made the account
 * @param unknown members that this version does not know
 */
public record Account(
        String id, long number, String name, String logOrigin, boolean accountWide, Instant createdAt,
        Optional<String> adminUserId, Map<String, Object> unknown)
        implements Answer {}
