package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A document as lists show it. Source: contract 4.2.
 *
 * @param id its id
 * @param title its title
 * @param status where it stands
 * @param sendFailed whether a scheduled send was refused at its moment
 * @param actor the user who sent it
 * @param ownerId whose it is
 * @param holderId who manages it
 * @param signers who signs
 * @param cc who gets copies
 * @param labels its labels
 * @param enableSigningOrder whether signers sign one after another
 * @param disableEmails whether signers get no mails
 * @param isDeleted whether it is in the holder's trash
 * @param createdAt when it was made
 * @param activityAt when something last happened
 * @param authority what it rests on
 * @param version goes up with every change
 * @param behalfOf for whom it was sent
 * @param brandId its brand
 * @param sentAt when it was sent
 * @param scheduledSendAt when it will be sent
 * @param expiresAt when it expires unsigned
 * @param endedAt when it was completed, declined, revoked or expired
 * @param endMessage why it was declined or called back
 * @param grantId the grant it rests on
 * @param grantVersion the version of that grant
 * @param unknown members that this version does not know
 */
public record DocumentRow(
        String id, String title, DocumentStatus status, boolean sendFailed, UserRef actor, String ownerId,
        String holderId, List<Signer> signers, List<Copy> cc, List<String> labels, boolean enableSigningOrder,
        boolean disableEmails, boolean isDeleted, Instant createdAt, Instant activityAt, Authority authority,
        long version,
        Optional<Person> behalfOf, Optional<String> brandId, Optional<Instant> sentAt,
        Optional<Instant> scheduledSendAt, Optional<Instant> expiresAt, Optional<Instant> endedAt,
        Optional<String> endMessage, Optional<String> grantId, OptionalLong grantVersion,
        Map<String, Object> unknown)
        implements Answer {}
