package io.stead.model;

/** What a change does to something else. Source: contract 3.1. */
public enum Effect implements Word {
    /** A sender identity is revoked. */
    IDENTITY_REVOKED("identityRevoked"),
    /** A document gets another holder. */
    DOCUMENT_HANDED_OVER("documentHandedOver"),
    /** A document under way is revoked. */
    DOCUMENT_REVOKED("documentRevoked"),
    /** A document is declined. */
    DOCUMENT_DECLINED("documentDeclined"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
