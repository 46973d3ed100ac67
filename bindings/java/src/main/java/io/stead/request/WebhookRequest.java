package io.stead.request;

import java.util.List;
import java.util.Map;

/** Where an account wants to be told of which events. Source: contract 6.1. */
public final class WebhookRequest extends Request<WebhookRequest> {
    private WebhookRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what it needs}
     *
     * @param name what it is called, at most 80 characters
     * @param url where to, https only
     * @param events words of the contract, e.g. {@code Completed}
     */
    public static WebhookRequest of(String name, String url, String... events) {
        return new WebhookRequest(Map.of()).with("name", name).with("url", url).with("events", List.of(events));
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static WebhookRequest from(Map<String, ?> members) {
        return new WebhookRequest(plain(members));
    }

    @Override
    WebhookRequest made(Map<String, Object> members) {
        return new WebhookRequest(members);
    }

    /**
     * {@return this request with {@code requestId}}
     *
     * @param requestId made by the caller; a retry within 24 hours gets the first answer back, without the secret
     */
    public WebhookRequest requestId(String requestId) {
        return with("requestId", requestId);
    }
}
