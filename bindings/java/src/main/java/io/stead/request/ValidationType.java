package io.stead.request;

import io.stead.model.Word;

/** What a text box takes. Source: contract 4.5. */
public enum ValidationType implements Word {
    /** Any text. */
    NONE("None"),
    /** Numbers. */
    NUMBERS_ONLY("NumbersOnly"),
    /** An e-mail address. */
    EMAIL_ADDRESS("EmailAddress"),
    /** An amount of money. */
    CURRENCY("Currency"),
    /** What a regular expression matches. */
    CUSTOM_REGEX("CustomRegex");

    private final String word;

    ValidationType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
