package io.stead.model;

/** An act that an owner can grant. Source: design 11. */
public enum Operation implements Word {
    /** Send a document. */
    DOCUMENT_SEND("document.send"),
    /** Download its files. */
    DOCUMENT_DOWNLOAD("document.download"),
    /** Read its history. */
    DOCUMENT_AUDIT_LOG("document.auditLog"),
    /** Remind its signers. */
    DOCUMENT_REMIND("document.remind"),
    /** Call it back. */
    DOCUMENT_REVOKE("document.revoke"),
    /** Set a new access code. */
    DOCUMENT_CHANGE_ACCESS_CODE("document.changeAccessCode"),
    /** Edit it. */
    DOCUMENT_EDIT("document.edit"),
    /** Give an edit up. */
    DOCUMENT_CANCEL_EDITING("document.cancelEditing"),
    /** Put another person in a signer's place. */
    DOCUMENT_CHANGE_RECIPIENT("document.changeRecipient"),
    /** Extend its expiry. */
    DOCUMENT_EXTEND_EXPIRY("document.extendExpiry"),
    /** Fill in fields before they are signed. */
    DOCUMENT_PREFILL("document.prefill"),
    /** Ask a signer for more proof. */
    DOCUMENT_ADD_AUTHENTICATION("document.addAuthentication"),
    /** Ask a signer for less proof. */
    DOCUMENT_REMOVE_AUTHENTICATION("document.removeAuthentication"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
