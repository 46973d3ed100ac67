package io.stead.model;

/** What an owner's link is for. Source: design 3. */
public enum LinkKind implements Word {
    /** To agree or not. */
    CONSENT("consent"),
    /** To narrow or revoke what was granted. */
    GRANT("grant"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    LinkKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
