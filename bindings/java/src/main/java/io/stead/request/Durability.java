package io.stead.request;

import io.stead.model.Word;

/** When a call is acknowledged. Source: design 7. */
public enum Durability implements Word {
    /** What is acknowledged is on disk. */
    FULL("full"),
    /** What is acknowledged is on disk soon. */
    NORMAL("normal");

    private final String word;

    Durability(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
