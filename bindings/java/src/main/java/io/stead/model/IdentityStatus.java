package io.stead.model;

/** Where a sender identity stands with its owner. Source: contract 2.1. */
public enum IdentityStatus implements Word {
    /** The owner has not answered yet. */
    PENDING("Pending"),
    /** The owner has agreed. */
    VERIFIED("Verified"),
    /** The owner has said no. */
    DENIED("Denied"),
    /** The consent was taken back, or ended with its creator's place. */
    REVOKED("Revoked"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    IdentityStatus(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
