package io.stead.request;

import io.stead.model.Word;

/** Which way the text of a field runs. Source: contract 4.5. */
public enum TextDirection implements Word {
    /** Left to right. */
    LTR("LTR"),
    /** Right to left. */
    RTL("RTL");

    private final String word;

    TextDirection(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
