package io.stead.model;

import java.util.Map;

/**
 * Of what the owner of a sender identity hears. Source: contract 2.3.
 *
 * @param viewed a signer has looked
 * @param sent a document was sent
 * @param deliveryFailed a mail could not be delivered
 * @param declined a signer has declined
 * @param revoked a document was called back
 * @param reassigned a signer has handed over
 * @param completed all have signed
 * @param signed a signer has signed
 * @param expired a document has expired
 * @param authenticationFailed a signer could not prove who it is
 * @param reminders signers were reminded
 * @param attachSignedDocument the signed document comes with the mail of completion
 * @param unknown members that this version does not know
 */
public record NotificationSettings(
        boolean viewed, boolean sent, boolean deliveryFailed, boolean declined, boolean revoked,
        boolean reassigned, boolean completed, boolean signed, boolean expired, boolean authenticationFailed,
        boolean reminders, boolean attachSignedDocument, Map<String, Object> unknown)
        implements Answer {}
