package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A user of an account. Source: contract 3.
 *
 * @param id its id
 * @param accountId the account
 * @param email the e-mail address
 * @param name the name, empty while invited without one
 * @param role what the user may do
 * @param status where it stands
 * @param apiAccountWideAccess may use account-wide authority and manage every document
 * @param allowSendOnBehalfOf may send for other users of the account
 * @param metaData the host's own pairs
 * @param version goes up with every change
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param teamId the team
 * @param teamName its name
 * @param plan what the change does, in the answer of one that reaches identities and documents
 * @param unknown members that this version does not know
 */
public record User(
        String id, String accountId, String email, String name, Role role, UserStatus status,
        boolean apiAccountWideAccess, boolean allowSendOnBehalfOf, Map<String, String> metaData, long version,
        Instant createdAt, Instant updatedAt, Optional<String> teamId, Optional<String> teamName,
        Optional<ChangePlan> plan, Map<String, Object> unknown)
        implements Answer {}
