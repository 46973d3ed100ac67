package io.stead.model;

/** In what a span of time is counted. Source: contract 5. */
public enum SpanUnit implements Word {
    /** Days. */
    DAYS("Days"),
    /** Hours. */
    HOURS("Hours"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    SpanUnit(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
