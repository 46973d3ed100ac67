package io.stead.request;

import io.stead.model.Word;

/** Whether documents were sent or received. Source: contract 4.2. */
public enum TransmitType implements Word {
    /** Sent by the user. */
    SENT("Sent"),
    /** Sent to the user. */
    RECEIVED("Received"),
    /** Either. */
    BOTH("Both");

    private final String word;

    TransmitType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
