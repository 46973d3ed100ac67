package io.stead.request;

import io.stead.model.Word;

/** How a document in progress looks to the user who asks. Source: contract 4.2. */
public enum DocumentView implements Word {
    /** No filter. */
    NONE("None"),
    /** In progress, and the turn of who asks. */
    WAITING_FOR_ME("WaitingForMe"),
    /** In progress, and others have to sign. */
    WAITING_FOR_OTHERS("WaitingForOthers"),
    /** In progress, and a mail to a signer could not be delivered. */
    NEED_ATTENTION("NeedAttention");

    private final String word;

    DocumentView(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
