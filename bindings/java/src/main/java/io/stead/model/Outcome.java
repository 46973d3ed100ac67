package io.stead.model;

/** How something ended. Source: design 6. */
public enum Outcome implements Word {
    /** It was done. */
    DONE("done"),
    /** It was refused. */
    REFUSED("refused"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
