package io.stead.model;

/** What kind of file it is. Source: contract 4.5. */
public enum FileType implements Word {
    /** A PDF. */
    PDF("pdf"),
    /** A PNG picture. */
    PNG("png"),
    /** A JPEG picture. */
    JPG("jpg"),
    /** A Word document. */
    DOCX("docx"),
    /** A drawing, of a logo. */
    SVG("svg"),
    /** An archive, of a finished document whose files are apart. */
    ZIP("zip"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    FileType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
