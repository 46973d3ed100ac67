package io.stead.model;

/** By what documents are counted. */
public enum ReportSide implements Word {
    /** Whom they were sent for. */
    PRINCIPAL("principal"),
    /** Who really sent them. */
    ACTOR("actor"),
    /** How far they have come. */
    STATUS("status"),
    /** Their labels; a document counts under each. */
    LABEL("label"),
    /** The team of who holds them. */
    TEAM("team"),
    /** One of their metadata. */
    META_DATA("metaData"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    ReportSide(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
