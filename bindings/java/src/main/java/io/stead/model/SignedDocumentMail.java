package io.stead.model;

/** How mails of completion bring the document. Source: contract 5. */
public enum SignedDocumentMail implements Word {
    /** As an attachment. */
    ATTACHMENT("Attachment"),
    /** By a link. */
    DOCUMENT_LINK("DocumentLink"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    SignedDocumentMail(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
