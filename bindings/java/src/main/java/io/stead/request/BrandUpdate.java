package io.stead.request;

import io.stead.model.SignedDocumentMail;
import java.util.Map;

/** What changes of a brand; an empty text takes a text away. Source: contract 5. */
public final class BrandUpdate extends Request<BrandUpdate> {
    private BrandUpdate(Map<String, Object> members) {
        super(members);
    }

    /** {@return a request that says nothing yet} */
    public static BrandUpdate of() {
        return new BrandUpdate(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static BrandUpdate from(Map<String, ?> members) {
        return new BrandUpdate(plain(members));
    }

    @Override
    BrandUpdate made(Map<String, Object> members) {
        return new BrandUpdate(members);
    }

    /**
     * {@return this request with {@code name}}
     *
     * @param name 1 to 80 characters
     */
    public BrandUpdate name(String name) {
        return with("name", name);
    }

    /**
     * {@return this request with {@code isDefault}}
     *
     * @param isDefault whether documents get it that name no brand
     */
    public BrandUpdate isDefault(boolean isDefault) {
        return with("isDefault", isDefault);
    }

    /**
     * {@return this request with {@code backgroundColor}}
     *
     * @param backgroundColor #rgb, #rrggbb or a name of CSS; empty takes it away
     */
    public BrandUpdate backgroundColor(String backgroundColor) {
        return with("backgroundColor", backgroundColor);
    }

    /**
     * {@return this request with {@code buttonColor}}
     *
     * @param buttonColor a colour
     */
    public BrandUpdate buttonColor(String buttonColor) {
        return with("buttonColor", buttonColor);
    }

    /**
     * {@return this request with {@code buttonTextColor}}
     *
     * @param buttonTextColor a colour
     */
    public BrandUpdate buttonTextColor(String buttonTextColor) {
        return with("buttonTextColor", buttonTextColor);
    }

    /**
     * {@return this request with {@code emailDisplayName}}
     *
     * @param emailDisplayName name that mails come from
     */
    public BrandUpdate emailDisplayName(String emailDisplayName) {
        return with("emailDisplayName", emailDisplayName);
    }

    /**
     * {@return this request with {@code disclaimerTitle}}
     *
     * @param disclaimerTitle title of the disclaimer
     */
    public BrandUpdate disclaimerTitle(String disclaimerTitle) {
        return with("disclaimerTitle", disclaimerTitle);
    }

    /**
     * {@return this request with {@code disclaimerDescription}}
     *
     * @param disclaimerDescription the disclaimer
     */
    public BrandUpdate disclaimerDescription(String disclaimerDescription) {
        return with("disclaimerDescription", disclaimerDescription);
    }

    /**
     * {@return this request with {@code redirectUrl}}
     *
     * @param redirectUrl where signers go afterwards
     */
    public BrandUpdate redirectUrl(String redirectUrl) {
        return with("redirectUrl", redirectUrl);
    }

    /**
     * {@return this request with {@code canHideTagLine}}
     *
     * @param canHideTagLine whether the tag line of mails is hidden
     */
    public BrandUpdate canHideTagLine(boolean canHideTagLine) {
        return with("canHideTagLine", canHideTagLine);
    }

    /**
     * {@return this request with {@code combineAuditTrail}}
     *
     * @param combineAuditTrail whether the audit trail is part of the finished document
     */
    public BrandUpdate combineAuditTrail(boolean combineAuditTrail) {
        return with("combineAuditTrail", combineAuditTrail);
    }

    /**
     * {@return this request with {@code combineAttachments}}
     *
     * @param combineAttachments whether attachments are part of the finished document
     */
    public BrandUpdate combineAttachments(boolean combineAttachments) {
        return with("combineAttachments", combineAttachments);
    }

    /**
     * {@return this request with {@code excludeAuditTrailFromEmail}}
     *
     * @param excludeAuditTrailFromEmail whether mails of completion come without the audit trail
     */
    public BrandUpdate excludeAuditTrailFromEmail(boolean excludeAuditTrailFromEmail) {
        return with("excludeAuditTrailFromEmail", excludeAuditTrailFromEmail);
    }

    /**
     * {@return this request with {@code emailSignedDocument}}
     *
     * @param emailSignedDocument how mails of completion bring the document
     */
    public BrandUpdate emailSignedDocument(SignedDocumentMail emailSignedDocument) {
        return with("emailSignedDocument", emailSignedDocument);
    }

    /**
     * {@return this request with {@code documentTimeZone}}
     *
     * @param documentTimeZone the time zone of dates in the document
     */
    public BrandUpdate documentTimeZone(String documentTimeZone) {
        return with("documentTimeZone", documentTimeZone);
    }

    /**
     * {@return this request with {@code showBuiltInFormFields}}
     *
     * @param showBuiltInFormFields whether the built-in fields are offered
     */
    public BrandUpdate showBuiltInFormFields(boolean showBuiltInFormFields) {
        return with("showBuiltInFormFields", showBuiltInFormFields);
    }

    /**
     * {@return this request with {@code allowCustomFieldCreation}}
     *
     * @param allowCustomFieldCreation whether custom fields may be made
     */
    public BrandUpdate allowCustomFieldCreation(boolean allowCustomFieldCreation) {
        return with("allowCustomFieldCreation", allowCustomFieldCreation);
    }

    /**
     * {@return this request with {@code showSharedCustomFields}}
     *
     * @param showSharedCustomFields whether shared custom fields are offered
     */
    public BrandUpdate showSharedCustomFields(boolean showSharedCustomFields) {
        return with("showSharedCustomFields", showSharedCustomFields);
    }

    /**
     * {@return this request with {@code hideDecline}}
     *
     * @param hideDecline whether signers cannot decline
     */
    public BrandUpdate hideDecline(boolean hideDecline) {
        return with("hideDecline", hideDecline);
    }

    /**
     * {@return this request with {@code hideSave}}
     *
     * @param hideSave whether signers cannot save and go on later
     */
    public BrandUpdate hideSave(boolean hideSave) {
        return with("hideSave", hideSave);
    }

    /**
     * {@return this request with {@code documentExpirySettings}}
     *
     * @param documentExpirySettings when documents expire that do not say it themselves
     */
    public BrandUpdate documentExpirySettings(BrandExpirySettings documentExpirySettings) {
        return with("documentExpirySettings", documentExpirySettings);
    }

    /**
     * {@return this request with {@code customDomainSettings}}
     *
     * @param customDomainSettings the domain its mails come from
     */
    public BrandUpdate customDomainSettings(BrandDomainSettings customDomainSettings) {
        return with("customDomainSettings", customDomainSettings);
    }

    /**
     * {@return this request with {@code signatureFrameSettings}}
     *
     * @param signatureFrameSettings what stands around a signature
     */
    public BrandUpdate signatureFrameSettings(SignatureFrameSettings signatureFrameSettings) {
        return with("signatureFrameSettings", signatureFrameSettings);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the brand that was read
     */
    public BrandUpdate version(long version) {
        return with("version", version);
    }
}
