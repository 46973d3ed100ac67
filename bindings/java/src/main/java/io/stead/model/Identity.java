package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sender identity: a person in whose name a user wants to act. Source: contract 2.4.
 *
 * @param id its id
 * @param name the owner's name
 * @param email the owner's e-mail address
 * @param status where it stands
 * @param createdBy the user who asked
 * @param requestedAt when the owner was last asked
 * @param notificationSettings of what the owner hears
 * @param locale the language of its mails
 * @param metaData the host's own pairs
 * @param consentRound how often the owner was asked
 * @param operations the acts that were asked for
 * @param version goes up with every change
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param approvedAt when the owner agreed
 * @param lapsedAt when the request lapsed unanswered
 * @param brandId its brand
 * @param redirectUrl where the owner goes afterwards
 * @param from from when on
 * @param until until when
 * @param grant what the owner granted last
 * @param unknown members that this version does not know
 */
public record Identity(
        String id, String name, String email, IdentityStatus status, String createdBy, Instant requestedAt,
        NotificationSettings notificationSettings, Language locale, Map<String, String> metaData, int consentRound,
        List<Operation> operations, long version, Instant createdAt, Instant updatedAt,
        Optional<Instant> approvedAt, Optional<Instant> lapsedAt, Optional<String> brandId,
        Optional<String> redirectUrl, Optional<Instant> from, Optional<Instant> until, Optional<Grant> grant,
        Map<String, Object> unknown)
        implements Answer {}
