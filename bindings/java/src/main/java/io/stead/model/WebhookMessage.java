package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request to make, under a lease: POST {@code body} with {@code headers} to {@code url}. Source: contract 6.1.
 *
 * @param id its id; de-duplicate by it
 * @param lease acknowledge with it
 * @param webhookId the webhook it is for
 * @param event e.g. {@code Completed}
 * @param url where to
 * @param headers by name; send them all
 * @param body JSON text; send it byte for byte in UTF-8
 * @param accountId the account
 * @param attempt counted from 1
 * @param createdAt when it was made
 * @param documentId the document
 * @param identityId the sender identity
 * @param unknown members that this version does not know
 */
public record WebhookMessage(
        String id, long lease, String webhookId, String event, String url, Map<String, String> headers, String body,
        String accountId, int attempt, Instant createdAt, Optional<String> documentId, Optional<String> identityId,
        Map<String, Object> unknown)
        implements Answer {}
