package io.stead.request;

import io.stead.model.Word;

/** How the expiry of a document is given. Source: contract 4.5. */
public enum ExpiryDateType implements Word {
    /** In days. */
    DAYS("Days"),
    /** In hours. */
    HOURS("Hours"),
    /** As a moment. */
    SPECIFIC_DATE_TIME("SpecificDateTime");

    private final String word;

    ExpiryDateType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
