package io.stead;

import io.stead.internal.Codec;
import io.stead.model.Bounce;
import io.stead.model.DeadLetter;
import io.stead.model.FailedDelivery;
import io.stead.model.MailPlan;
import io.stead.model.OutboxBatch;
import io.stead.model.OutboxMessage;
import io.stead.model.Page;
import io.stead.model.WebhookBatch;
import io.stead.request.BounceReport;
import io.stead.request.MailPlanRequest;
import io.stead.request.OutboxRequest;
import io.stead.request.PageRequest;
import java.util.stream.Stream;

/** What the host must deliver, at least once; de-duplicate by id. Source: design 5. */
public final class Outbox {
    private final Engine engine;

    Outbox(Engine engine) {
        this.engine = engine;
    }

    /**
     * Takes messages on a lease. Links are made here and kept nowhere: treat the answer as a secret.
     *
     * @return at most 10 messages for 60 seconds
     */
    public OutboxBatch take() {
        return take(OutboxRequest.of());
    }

    /**
     * Takes messages on a lease. Links are made here and kept nowhere: treat the answer as a secret.
     *
     * @param request how many, and for how long
     * @return the messages
     */
    public OutboxBatch take(OutboxRequest request) {
        return engine.ask(Native::stead_outbox_take, request, OutboxBatch.class);
    }

    /**
     * Reads a part of what belongs into a message that says so, while its lease is held: the finished document, then
     * the audit certificate.
     *
     * @param messageId the message
     * @param lease the lease it was taken with
     * @param index which attachment, 0 is the first
     * @param offset where to begin, in bytes
     * @param max how many bytes at most; 0 for the info alone
     * @return the part
     * @throws NotFoundException when the lease is not this one any more, or there are no more attachments
     * @throws RefusedException when a file of the document has no pages here
     */
    public FilePart attachment(String messageId, long lease, int index, long offset, int max) {
        byte[] id = Texts.argument(messageId, "messageId");
        return FilePart.read(max, (buffer, got) -> engine.call(handle -> Native.stead_outbox_attachment(
                handle, id, lease, index, offset, buffer, got)));
    }

    /**
     * Takes requests to webhooks on a lease: POST each, then acknowledge it for status 200 within 10 seconds. Whoever
     * delivers must refuse addresses inside its own network and follow no redirect: an Admin of the account chose the
     * url. Source: contract 6.1.
     *
     * @param request how many, and for how long
     * @return the requests
     */
    public WebhookBatch takeWebhooks(OutboxRequest request) {
        return engine.ask(Native::stead_webhook_take, request, WebhookBatch.class);
    }

    /**
     * A message was delivered: it is done.
     *
     * @param message the message as it was taken
     * @throws NotFoundException when the lease is over
     */
    public void ack(OutboxMessage message) {
        ack(message.id(), message.lease());
    }

    /**
     * A message was delivered: it is done.
     *
     * @param messageId the message
     * @param lease the lease it was taken on
     * @throws NotFoundException when the lease is over
     */
    public void ack(String messageId, long lease) {
        byte[] id = Texts.argument(messageId, "messageId");
        engine.act(handle -> Native.stead_outbox_ack(handle, id, lease));
    }

    /**
     * A message could not be delivered; it is tried again later, and given up after ten attempts.
     *
     * @param message the message as it was taken
     * @param reason one line for the operator
     * @return what becomes of it
     * @throws NotFoundException when the lease is over
     */
    public FailedDelivery fail(OutboxMessage message, String reason) {
        return fail(message.id(), message.lease(), reason);
    }

    /**
     * A message could not be delivered; it is tried again later, and given up after ten attempts.
     *
     * @param messageId the message
     * @param lease the lease it was taken on
     * @param reason one line for the operator
     * @return what becomes of it
     * @throws NotFoundException when the lease is over
     */
    public FailedDelivery fail(String messageId, long lease, String reason) {
        byte[] id = Texts.argument(messageId, "messageId");
        byte[] why = Texts.argument(reason, "reason");
        return Codec.read(
                engine.call(handle -> Native.stead_outbox_fail(handle, id, lease, why)), FailedDelivery.class);
    }

    /**
     * What mails in the name of a person show, and why.
     *
     * @param request the person
     * @return the plan; rests on the options {@code mailAsDomains} and {@code mailOnBehalfDomains}
     * @throws InvalidException for what is no address
     */
    public MailPlan plan(MailPlanRequest request) {
        return engine.ask(Native::stead_mail_plan, request, MailPlan.class);
    }

    /**
     * A message that was acknowledged came back after all; the signers it was for need attention.
     *
     * @param messageId the message
     * @param request why
     * @return who was not reached
     * @throws NotFoundException unless it was acknowledged
     */
    public Bounce bounced(String messageId, BounceReport request) {
        return engine.ask(Native::stead_outbox_bounced, messageId, request, Bounce.class);
    }

    /**
     * A page of messages that could not be delivered, of all accounts, newest first.
     *
     * @return the first page
     */
    public Page<DeadLetter> deadLetters() {
        return deadLetters(PageRequest.of());
    }

    /**
     * A page of messages that could not be delivered, of all accounts, newest first.
     *
     * @param request which page
     * @return the page
     */
    public Page<DeadLetter> deadLetters(PageRequest request) {
        return engine.page(Native::stead_outbox_dead_letters, request, DeadLetter.class);
    }

    /**
     * Messages that could not be delivered, of all accounts, newest first, page after page as they are needed.
     *
     * @return the stream; reads the store while it is consumed
     */
    public Stream<DeadLetter> streamDeadLetters() {
        return streamDeadLetters(PageRequest.of());
    }

    /**
     * Messages that could not be delivered, of all accounts, newest first, page after page as they are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     */
    public Stream<DeadLetter> streamDeadLetters(PageRequest request) {
        return Pages.stream(request, this::deadLetters);
    }
}
