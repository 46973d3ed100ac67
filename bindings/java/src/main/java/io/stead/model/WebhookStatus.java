package io.stead.model;

/** Whether a webhook is told of events. Source: contract 6.1. */
public enum WebhookStatus implements Word {
    /** Its address has not answered the verification yet. */
    PENDING("Pending"),
    /** It is told. */
    ENABLED("Enabled"),
    /** Switched off by an Admin, or because nothing could be delivered. */
    DISABLED("Disabled"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    WebhookStatus(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
