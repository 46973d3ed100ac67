package io.stead.model;

/** Which check an audit trail failed. Source: design 6. */
public enum TrailCheck implements Word {
    /** An entry does not fit its hash. */
    LEAF("leaf"),
    /** A hash inside the tree does not fit. */
    NODE("node"),
    /** The head does not fit the tree. */
    HEAD("head"),
    /** Personal fields do not fit their hash. */
    PERSONAL("personal"),
    /** A file does not fit its hash. */
    FILE("file"),
    /** A look-up column differs from its entry. */
    COLUMN("column"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    TrailCheck(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
