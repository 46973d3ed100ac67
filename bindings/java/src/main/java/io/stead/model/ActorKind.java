package io.stead.model;

/** Who did something. Source: design 6. */
public enum ActorKind implements Word {
    /** A user of the account. */
    USER("user"),
    /** The owner of a sender identity, by link. */
    OWNER("owner"),
    /** A signer, by link. */
    SIGNER("signer"),
    /** The program around Stead. */
    HOST("host"),
    /** Stead itself, when a moment came. */
    SYSTEM("system"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    ActorKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
