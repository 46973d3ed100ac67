package io.stead.model;

/** How a consent round ended. Source: design 3. */
public enum ConsentAnswer implements Word {
    /** The owner agreed. */
    APPROVED("approved"),
    /** The owner said no. */
    DENIED("denied"),
    /** A newer round took its place. */
    SUPERSEDED("superseded"),
    /** The creator took the question back. */
    WITHDRAWN("withdrawn"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    ConsentAnswer(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
