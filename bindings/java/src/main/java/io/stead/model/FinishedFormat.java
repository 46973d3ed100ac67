package io.stead.model;

/** In what form a finished document is handed out. Source: contract 4.1. */
public enum FinishedFormat implements Word {
    /** One PDF. */
    COMBINED("Combined"),
    /** A zip of files. */
    INDIVIDUALLY("Individually"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    FinishedFormat(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
