package io.stead.model;

/** What a decision or an act rests on. Source: design 1. */
public enum Authority implements Word {
    /** Refused before that was known. */
    NONE(""),
    /** The actor acts as himself. */
    SELF("self"),
    /** The consent of the person acted for. */
    GRANT("grant"),
    /** Account-wide authority, "send on behalf of". */
    ACCOUNT_WIDE("accountWide"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    Authority(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
