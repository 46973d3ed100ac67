package io.stead;

import io.stead.model.DeletedWebhook;
import io.stead.model.NewWebhook;
import io.stead.model.Page;
import io.stead.model.Webhook;
import io.stead.request.PageRequest;
import io.stead.request.SecretRoll;
import io.stead.request.WebhookRequest;
import io.stead.request.WebhookUpdate;
import java.util.stream.Stream;

/** Where the account wants to be told of events, for its Admins. Source: contract 6. */
public final class Webhooks {
    private final Session session;

    Webhooks(Session session) {
        this.session = session;
    }

    /**
     * Makes a webhook; its address is asked to answer a verification before anything else is sent to it.
     *
     * @param request where, and of which events
     * @return the webhook; the only answer that holds its secret
     * @throws LimitExceededException beyond 20
     * @throws RefusedException for other roles
     */
    public NewWebhook create(WebhookRequest request) {
        return session.ask(Native::stead_webhook_create, request, NewWebhook.class);
    }

    /**
     * The webhooks, newest first.
     *
     * @param request which page
     * @return the page
     * @throws RefusedException for other roles
     */
    public Page<Webhook> list(PageRequest request) {
        return session.page(Native::stead_webhook_list, request, Webhook.class);
    }

    /**
     * The webhooks, newest first, page after page as they are needed.
     *
     * @return the stream; reads the store while it is consumed
     * @throws RefusedException for other roles
     */
    public Stream<Webhook> stream() {
        return Pages.stream(PageRequest.of(), this::list);
    }

    /**
     * Changes a webhook. Another url, or enabling what is disabled, asks for a new verification.
     *
     * @param webhookId the webhook
     * @param request what to change
     * @return the webhook as it is now
     * @throws NotFoundException for an unknown webhook
     * @throws ConflictException when it has changed since it was read
     */
    public Webhook update(String webhookId, WebhookUpdate request) {
        return session.ask(Native::stead_webhook_update, webhookId, request, Webhook.class);
    }

    /**
     * Ends a webhook; what waits for it is not sent any more.
     *
     * @param webhookId the webhook
     * @return what was deleted
     * @throws NotFoundException for an unknown webhook
     */
    public DeletedWebhook delete(String webhookId) {
        return session.ask(Native::stead_webhook_delete, webhookId, DeletedWebhook.class);
    }

    /**
     * Makes a new secret; the one before signs too for a while.
     *
     * @param webhookId the webhook
     * @param request for how long
     * @return the webhook with its new secret
     * @throws NotFoundException for an unknown webhook
     */
    public NewWebhook rollSecret(String webhookId, SecretRoll request) {
        return session.ask(Native::stead_webhook_roll_secret, webhookId, request, NewWebhook.class);
    }
}
