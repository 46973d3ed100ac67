package io.stead.model;

/** Where a signer stands. Source: contract 4.1. */
public enum SignerStatus implements Word {
    /** Has not signed yet. */
    NOT_COMPLETED("NotCompleted"),
    /** Has signed. */
    COMPLETED("Completed"),
    /** Has declined. */
    DECLINED("Declined"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    SignerStatus(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
