package io.stead.model;

/** How an operation is bound to the one who holds the document. Source: design 4. */
public enum DocumentRule implements Word {
    /** Not bound to a document. */
    NONE("none"),
    /** For whoever sent it, as the one it was sent for. */
    ACTS("acts"),
    /** For whoever holds it. */
    HOLDS("holds"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    DocumentRule(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
