package io.stead.model;

/** How a message is delivered. Source: design 5. */
public enum Channel implements Word {
    /** By e-mail. */
    EMAIL("email"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
