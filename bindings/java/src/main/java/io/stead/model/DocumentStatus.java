package io.stead.model;

/** Where a document stands. Source: contract 4.1. */
public enum DocumentStatus implements Word {
    /** Not sent. */
    DRAFT("Draft"),
    /** Waits for its moment to be sent. */
    SCHEDULED("Scheduled"),
    /** Waits for signers. */
    IN_PROGRESS("InProgress"),
    /** All have signed. */
    COMPLETED("Completed"),
    /** A signer has declined. */
    DECLINED("Declined"),
    /** Called back by its sender, or refused at its moment. */
    REVOKED("Revoked"),
    /** Not signed in time. */
    EXPIRED("Expired"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    DocumentStatus(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
