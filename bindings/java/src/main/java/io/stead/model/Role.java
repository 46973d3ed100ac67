package io.stead.model;

/** What a user may do in the account. Source: contract 3.1. */
public enum Role implements Word {
    /** Everything of the account. */
    ADMIN("Admin"),
    /** A team. */
    TEAM_ADMIN("TeamAdmin"),
    /** Own work. */
    MEMBER("Member"),
    /** Reads grants, audit and proofs; cannot act. */
    AUDITOR("Auditor"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
