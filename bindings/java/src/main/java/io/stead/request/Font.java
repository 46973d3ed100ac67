package io.stead.request;

import io.stead.model.Word;

/** Font of a field. Source: contract 4.5. */
public enum Font implements Word {
    /** Helvetica. */
    HELVETICA("Helvetica"),
    /** Courier. */
    COURIER("Courier"),
    /** TimesRoman. */
    TIMES_ROMAN("TimesRoman"),
    /** NotoSans. */
    NOTO_SANS("NotoSans"),
    /** Carlito. */
    CARLITO("Carlito");

    private final String word;

    Font(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
