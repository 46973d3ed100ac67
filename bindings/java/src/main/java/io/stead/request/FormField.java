package io.stead.request;

import io.stead.model.FieldType;
import java.util.Map;

/** A field for a signer to fill in. Source: contract 4.5. */
public final class FormField extends Request<FormField> {
    private FormField(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param fieldType what is filled in
     * @param pageNumber which page, 1 is the first
     * @param bounds where on the page
     */
    public static FormField of(FieldType fieldType, int pageNumber, FieldBounds bounds) {
        return new FormField(Map.of())
                .with("fieldType", fieldType)
                .with("pageNumber", pageNumber)
                .with("bounds", bounds);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static FormField from(Map<String, ?> members) {
        return new FormField(plain(members));
    }

    @Override
    FormField made(Map<String, Object> members) {
        return new FormField(members);
    }

    /**
     * {@return this request with {@code id}}
     *
     * @param id its id, made when absent; at most 100 characters
     */
    public FormField id(String id) {
        return with("id", id);
    }

    /**
     * {@return this request with {@code name}}
     *
     * @param name its name, at most 250 characters
     */
    public FormField name(String name) {
        return with("name", name);
    }

    /**
     * {@return this request with {@code isRequired}}
     *
     * @param isRequired whether it must be filled in
     */
    public FormField isRequired(boolean isRequired) {
        return with("isRequired", isRequired);
    }

    /**
     * {@return this request with {@code fileIndex}}
     *
     * @param fileIndex which file, 0 is the first; without it pageNumber counts over all files
     */
    public FormField fileIndex(int fileIndex) {
        return with("fileIndex", fileIndex);
    }

    /**
     * {@return this request with {@code characterLimit}}
     *
     * @param characterLimit how many characters it takes
     */
    public FormField characterLimit(int characterLimit) {
        return with("characterLimit", characterLimit);
    }

    /**
     * {@return this request with {@code validationType}}
     *
     * @param validationType what it takes
     */
    public FormField validationType(ValidationType validationType) {
        return with("validationType", validationType);
    }

    /**
     * {@return this request with {@code validationCustomRegex}}
     *
     * @param validationCustomRegex the regular expression it must match
     */
    public FormField validationCustomRegex(String validationCustomRegex) {
        return with("validationCustomRegex", validationCustomRegex);
    }

    /**
     * {@return this request with {@code validationCustomRegexMessage}}
     *
     * @param validationCustomRegexMessage what a signer reads when it does not match
     */
    public FormField validationCustomRegexMessage(String validationCustomRegexMessage) {
        return with("validationCustomRegexMessage", validationCustomRegexMessage);
    }

    /**
     * {@return this request with {@code dateFormat}}
     *
     * @param dateFormat how a date is written, e.g. {@code yyyy-MM-dd}
     */
    public FormField dateFormat(String dateFormat) {
        return with("dateFormat", dateFormat);
    }

    /**
     * {@return this request with {@code value}}
     *
     * @param value what stands in it at first, at most 5000 characters
     */
    public FormField value(String value) {
        return with("value", value);
    }

    /**
     * {@return this request with {@code font}}
     *
     * @param font its font
     */
    public FormField font(Font font) {
        return with("font", font);
    }

    /**
     * {@return this request with {@code fontSize}}
     *
     * @param fontSize size of its text, in points
     */
    public FormField fontSize(double fontSize) {
        return with("fontSize", fontSize);
    }

    /**
     * {@return this request with {@code fontHexColor}}
     *
     * @param fontHexColor colour of its text, e.g. {@code #1a2b3c}
     */
    public FormField fontHexColor(String fontHexColor) {
        return with("fontHexColor", fontHexColor);
    }

    /**
     * {@return this request with {@code backgroundHexColor}}
     *
     * @param backgroundHexColor colour behind it
     */
    public FormField backgroundHexColor(String backgroundHexColor) {
        return with("backgroundHexColor", backgroundHexColor);
    }

    /**
     * {@return this request with {@code isBoldFont}}
     *
     * @param isBoldFont bold text
     */
    public FormField isBoldFont(boolean isBoldFont) {
        return with("isBoldFont", isBoldFont);
    }

    /**
     * {@return this request with {@code isItalicFont}}
     *
     * @param isItalicFont slanted text
     */
    public FormField isItalicFont(boolean isItalicFont) {
        return with("isItalicFont", isItalicFont);
    }

    /**
     * {@return this request with {@code isUnderLineFont}}
     *
     * @param isUnderLineFont underlined text
     */
    public FormField isUnderLineFont(boolean isUnderLineFont) {
        return with("isUnderLineFont", isUnderLineFont);
    }

    /**
     * {@return this request with {@code lineHeight}}
     *
     * @param lineHeight height of a line, in points
     */
    public FormField lineHeight(int lineHeight) {
        return with("lineHeight", lineHeight);
    }

    /**
     * {@return this request with {@code label}}
     *
     * @param label what a signer reads beside it
     */
    public FormField label(String label) {
        return with("label", label);
    }

    /**
     * {@return this request with {@code placeHolder}}
     *
     * @param placeHolder what a signer reads in it while it is empty
     */
    public FormField placeHolder(String placeHolder) {
        return with("placeHolder", placeHolder);
    }

    /**
     * {@return this request with {@code textAlign}}
     *
     * @param textAlign where its text stands
     */
    public FormField textAlign(TextAlign textAlign) {
        return with("textAlign", textAlign);
    }

    /**
     * {@return this request with {@code textDirection}}
     *
     * @param textDirection which way its text runs
     */
    public FormField textDirection(TextDirection textDirection) {
        return with("textDirection", textDirection);
    }

    /**
     * {@return this request with {@code characterSpacing}}
     *
     * @param characterSpacing space between characters, in points
     */
    public FormField characterSpacing(double characterSpacing) {
        return with("characterSpacing", characterSpacing);
    }

    /**
     * {@return this request with {@code tabIndex}}
     *
     * @param tabIndex its place in the order of the tab key
     */
    public FormField tabIndex(int tabIndex) {
        return with("tabIndex", tabIndex);
    }

    /**
     * {@return this request with {@code resizeOption}}
     *
     * @param resizeOption how it grows
     */
    public FormField resizeOption(ResizeOption resizeOption) {
        return with("resizeOption", resizeOption);
    }
}
