package io.stead.request;

import io.stead.model.Word;

/** Where the text of a field stands. Source: contract 4.5. */
public enum TextAlign implements Word {
    /** Left. */
    LEFT("Left"),
    /** In the middle. */
    CENTER("Center"),
    /** Right. */
    RIGHT("Right");

    private final String word;

    TextAlign(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
