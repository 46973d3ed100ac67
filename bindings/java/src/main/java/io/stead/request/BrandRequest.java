package io.stead.request;

import io.stead.model.SignedDocumentMail;
import java.util.Map;

/** A brand. Source: contract 5. */
public final class BrandRequest extends Request<BrandRequest> {
    private BrandRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param name 1 to 80 characters
     */
    public static BrandRequest of(String name) {
        return new BrandRequest(Map.of()).with("name", name);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static BrandRequest from(Map<String, ?> members) {
        return new BrandRequest(plain(members));
    }

    @Override
    BrandRequest made(Map<String, Object> members) {
        return new BrandRequest(members);
    }

    /**
     * {@return this request with {@code isDefault}}
     *
     * @param isDefault whether documents get it that name no brand
     */
    public BrandRequest isDefault(boolean isDefault) {
        return with("isDefault", isDefault);
    }

    /**
     * {@return this request with {@code backgroundColor}}
     *
     * @param backgroundColor #rgb, #rrggbb or a name of CSS; empty takes it away
     */
    public BrandRequest backgroundColor(String backgroundColor) {
        return with("backgroundColor", backgroundColor);
    }

    /**
     * {@return this request with {@code buttonColor}}
     *
     * @param buttonColor a colour
     */
    public BrandRequest buttonColor(String buttonColor) {
        return with("buttonColor", buttonColor);
    }

    /**
     * {@return this request with {@code buttonTextColor}}
     *
     * @param buttonTextColor a colour
     */
    public BrandRequest buttonTextColor(String buttonTextColor) {
        return with("buttonTextColor", buttonTextColor);
    }

    /**
     * {@return this request with {@code emailDisplayName}}
     *
     * @param emailDisplayName name that mails come from
     */
    public BrandRequest emailDisplayName(String emailDisplayName) {
        return with("emailDisplayName", emailDisplayName);
    }

    /**
     * {@return this request with {@code disclaimerTitle}}
     *
     * @param disclaimerTitle title of the disclaimer
     */
    public BrandRequest disclaimerTitle(String disclaimerTitle) {
        return with("disclaimerTitle", disclaimerTitle);
    }

    /**
     * {@return this request with {@code disclaimerDescription}}
     *
     * @param disclaimerDescription the disclaimer
     */
    public BrandRequest disclaimerDescription(String disclaimerDescription) {
        return with("disclaimerDescription", disclaimerDescription);
    }

    /**
     * {@return this request with {@code redirectUrl}}
     *
     * @param redirectUrl where signers go afterwards
     */
    public BrandRequest redirectUrl(String redirectUrl) {
        return with("redirectUrl", redirectUrl);
    }

    /**
     * {@return this request with {@code canHideTagLine}}
     *
     * @param canHideTagLine whether the tag line of mails is hidden
     */
    public BrandRequest canHideTagLine(boolean canHideTagLine) {
        return with("canHideTagLine", canHideTagLine);
    }

    /**
     * {@return this request with {@code combineAuditTrail}}
     *
     * @param combineAuditTrail whether the audit trail is part of the finished document
     */
    public BrandRequest combineAuditTrail(boolean combineAuditTrail) {
        return with("combineAuditTrail", combineAuditTrail);
    }

    /**
     * {@return this request with {@code combineAttachments}}
     *
     * @param combineAttachments whether attachments are part of the finished document
     */
    public BrandRequest combineAttachments(boolean combineAttachments) {
        return with("combineAttachments", combineAttachments);
    }

    /**
     * {@return this request with {@code excludeAuditTrailFromEmail}}
     *
     * @param excludeAuditTrailFromEmail whether mails of completion come without the audit trail
     */
    public BrandRequest excludeAuditTrailFromEmail(boolean excludeAuditTrailFromEmail) {
        return with("excludeAuditTrailFromEmail", excludeAuditTrailFromEmail);
    }

    /**
     * {@return this request with {@code emailSignedDocument}}
     *
     * @param emailSignedDocument how mails of completion bring the document
     */
    public BrandRequest emailSignedDocument(SignedDocumentMail emailSignedDocument) {
        return with("emailSignedDocument", emailSignedDocument);
    }

    /**
     * {@return this request with {@code documentTimeZone}}
     *
     * @param documentTimeZone the time zone of dates in the document
     */
    public BrandRequest documentTimeZone(String documentTimeZone) {
        return with("documentTimeZone", documentTimeZone);
    }

    /**
     * {@return this request with {@code showBuiltInFormFields}}
     *
     * @param showBuiltInFormFields whether the built-in fields are offered
     */
    public BrandRequest showBuiltInFormFields(boolean showBuiltInFormFields) {
        return with("showBuiltInFormFields", showBuiltInFormFields);
    }

    /**
     * {@return this request with {@code allowCustomFieldCreation}}
     *
     * @param allowCustomFieldCreation whether custom fields may be made
     */
    public BrandRequest allowCustomFieldCreation(boolean allowCustomFieldCreation) {
        return with("allowCustomFieldCreation", allowCustomFieldCreation);
    }

    /**
     * {@return this request with {@code showSharedCustomFields}}
     *
     * @param showSharedCustomFields whether shared custom fields are offered
     */
    public BrandRequest showSharedCustomFields(boolean showSharedCustomFields) {
        return with("showSharedCustomFields", showSharedCustomFields);
    }

    /**
     * {@return this request with {@code hideDecline}}
     *
     * @param hideDecline whether signers cannot decline
     */
    public BrandRequest hideDecline(boolean hideDecline) {
        return with("hideDecline", hideDecline);
    }

    /**
     * {@return this request with {@code hideSave}}
     *
     * @param hideSave whether signers cannot save and go on later
     */
    public BrandRequest hideSave(boolean hideSave) {
        return with("hideSave", hideSave);
    }

    /**
     * {@return this request with {@code documentExpirySettings}}
     *
     * @param documentExpirySettings when documents expire that do not say it themselves
     */
    public BrandRequest documentExpirySettings(BrandExpirySettings documentExpirySettings) {
        return with("documentExpirySettings", documentExpirySettings);
    }

    /**
     * {@return this request with {@code customDomainSettings}}
     *
     * @param customDomainSettings the domain its mails come from
     */
    public BrandRequest customDomainSettings(BrandDomainSettings customDomainSettings) {
        return with("customDomainSettings", customDomainSettings);
    }

    /**
     * {@return this request with {@code signatureFrameSettings}}
     *
     * @param signatureFrameSettings what stands around a signature
     */
    public BrandRequest signatureFrameSettings(SignatureFrameSettings signatureFrameSettings) {
        return with("signatureFrameSettings", signatureFrameSettings);
    }

    /**
     * {@return this request with {@code requestId}}
     *
     * @param requestId made by the caller; a retry within 24 hours gets the first answer, at most 100 bytes
     */
    public BrandRequest requestId(String requestId) {
        return with("requestId", requestId);
    }
}
