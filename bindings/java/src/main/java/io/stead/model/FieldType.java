package io.stead.model;

/** What a signer fills in. Source: contract 4.5. */
public enum FieldType implements Word {
    /** A signature. */
    SIGNATURE("Signature"),
    /** Initials. */
    INITIAL("Initial"),
    /** Text. */
    TEXT_BOX("TextBox"),
    /** A tick. */
    CHECK_BOX("CheckBox"),
    /** The date of signing. */
    DATE_SIGNED("DateSigned"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    FieldType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
