package io.stead.request;

import io.stead.model.Word;

/** How a field grows. Source: contract 4.5. */
public enum ResizeOption implements Word {
    /** Downwards. */
    GROW_VERTICALLY("GrowVertically"),
    /** Sideways. */
    GROW_HORIZONTALLY("GrowHorizontally"),
    /** Both ways. */
    GROW_BOTH("GrowBoth"),
    /** Not at all. */
    FIXED("Fixed"),
    /** Its text shrinks. */
    AUTO_RESIZE_FONT("AutoResizeFont");

    private final String word;

    ResizeOption(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
