package io.stead.request;

import io.stead.model.Word;

/** Which moment of a document a period is about. Source: contract 4.2. */
public enum DateFilterType implements Word {
    /** When it was sent. */
    SENT_BETWEEN("SentBetween"),
    /** When it expires. */
    EXPIRING("Expiring");

    private final String word;

    DateFilterType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
