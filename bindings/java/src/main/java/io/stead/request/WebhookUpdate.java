package io.stead.request;

import java.util.List;
import java.util.Map;

/** What to change about a webhook. Source: contract 6.1. */
public final class WebhookUpdate extends Request<WebhookUpdate> {
    private WebhookUpdate(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static WebhookUpdate of() {
        return new WebhookUpdate(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static WebhookUpdate from(Map<String, ?> members) {
        return new WebhookUpdate(plain(members));
    }

    @Override
    WebhookUpdate made(Map<String, Object> members) {
        return new WebhookUpdate(members);
    }

    /**
     * {@return this request with {@code name}}
     *
     * @param name what it is called
     */
    public WebhookUpdate name(String name) {
        return with("name", name);
    }

    /**
     * {@return this request with {@code url}}
     *
     * @param url where to; another address is asked to answer a verification first
     */
    public WebhookUpdate url(String url) {
        return with("url", url);
    }

    /**
     * {@return this request with {@code events}}
     *
     * @param events words of the contract
     */
    public WebhookUpdate events(String... events) {
        return with("events", List.of(events));
    }

    /**
     * {@return this request with {@code enabled}}
     *
     * @param enabled whether it is told; enabling asks for a verification
     */
    public WebhookUpdate enabled(boolean enabled) {
        return with("enabled", enabled);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version that was read
     */
    public WebhookUpdate version(long version) {
        return with("version", version);
    }
}
