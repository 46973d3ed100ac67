package io.stead.request;

import io.stead.model.Word;

/** How a signer proves who it is. Source: contract 4.5. */
public enum AuthenticationType implements Word {
    /** By the link alone. */
    NONE("None"),
    /** By an access code. */
    ACCESS_CODE("AccessCode");

    private final String word;

    AuthenticationType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
