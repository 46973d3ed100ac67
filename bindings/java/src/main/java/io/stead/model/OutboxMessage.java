package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message to deliver, under a lease; its link is a secret, so {@code toString} shows neither link nor text. Source:
 * design 5.
 *
 * @param id its id; de-duplicate by it
 * @param lease acknowledge with it
 * @param kind e.g. {@code identity.asked.owner}
 * @param channel how
 * @param from from whom
 * @param to to whom
 * @param subject the subject
 * @param text the body, plain text
 * @param html the body as HTML; nothing in it is fetched from elsewhere
 * @param locale the language it is written in
 * @param accountId the account
 * @param attempt counted from 1
 * @param createdAt when it was made
 * @param sender the host, where From is a person whose domain lets it send
 * @param replyTo whom answers go to
 * @param link the link, which stands in the text too; kept nowhere
 * @param attach whether the signed document goes with it
 * @param documentId the document
 * @param identityId the sender identity
 * @param unknown members that this version does not know
 */
public record OutboxMessage(
        String id, long lease, String kind, Channel channel, Person from, Person to, String subject, String text,
        String html, Language locale, String accountId, int attempt, Instant createdAt, Optional<Person> sender, Optional<Person> replyTo,
        Optional<String> link, Optional<Boolean> attach, Optional<String> documentId, Optional<String> identityId,
        Map<String, Object> unknown)
        implements Answer {
    /** Shows what kind of message it is and to whom, not what stands in it. */
    @Override
    public String toString() {
        return "OutboxMessage[id=" + id + ", kind=" + kind + ", to=" + to + ", attempt=" + attempt + "]";
    }
}
