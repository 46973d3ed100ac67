package io.stead.internal;

import io.stead.model.Word;

/** Finds the constant of a word. */
public final class Words {
    private static final String UNKNOWN = "UNKNOWN";

    private Words() {}

    /**
     * The constant for a word, {@code UNKNOWN} for one that is not known here.
     *
     * @param type an enum of words
     * @param word as it stands in JSON
     * @return a constant of the enum
     */
    static Object constant(Class<?> type, String word) {
        Object unknown = null;
        for (Object constant : type.getEnumConstants()) {
            if (isUnknown((Word) constant)) {
                unknown = constant;
            } else if (((Word) constant).word().equals(word)) {
                return constant;
            }
        }
        return unknown;
    }

    /**
     * Whether this constant stands for words that are not known here.
     *
     * @param word a constant of an enum of words
     * @return true for {@code UNKNOWN}
     */
    public static boolean isUnknown(Word word) {
        return ((Enum<?>) word).name().equals(UNKNOWN);
    }
}
