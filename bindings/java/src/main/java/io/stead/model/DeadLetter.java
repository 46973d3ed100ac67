package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message that could not be delivered. Source: design 5.
 *
 * @param id its id
 * @param kind e.g. {@code identity.asked.owner}
 * @param accountId the account
 * @param to to whom
 * @param attempts how often it was tried
 * @param createdAt when it was made
 * @param error what the host said last
 * @param documentId the document
 * @param identityId the sender identity
 * @param webhookId the webhook it was for
 * @param unknown members that this version does not know
 */
public record DeadLetter(
        String id, String kind, String accountId, Person to, int attempts, Instant createdAt,
        Optional<String> error, Optional<String> documentId, Optional<String> identityId, Optional<String> webhookId,
        Map<String, Object> unknown)
        implements Answer {}
