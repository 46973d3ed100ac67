package io.stead.model;

/** Whose address a mail in somebody's name shows. Source: design 5. */
public enum MailMode implements Word {
    /** The person's alone: the host signs for the domain. */
    AS("as"),
    /** The person's, with the host as Sender. */
    ON_BEHALF("onBehalf"),
    /** The host's, with the person's name. */
    VIA("via"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    MailMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
