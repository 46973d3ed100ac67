package io.stead.request;

import io.stead.model.Word;

/** Whose documents are listed. Source: contract 4.2. */
public enum PageType implements Word {
    /** Sent by the session's user for others. */
    BEHALF_OF_OTHERS("BehalfOfOthers"),
    /** Sent by others for the session's user. */
    BEHALF_OF_ME("BehalfOfMe");

    private final String word;

    PageType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
