package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A brand of the account. Source: contract 5.
 *
 * @param id its id
 * @param name its name
 * @param logo its logo
 * @param canHideTagLine whether the tag line of mails is hidden
 * @param combineAuditTrail whether the audit trail is part of the finished document
 * @param combineAttachments whether attachments are part of the finished document
 * @param excludeAuditTrailFromEmail whether mails of completion come without the audit trail
 * @param emailSignedDocument how mails of completion bring the document
 * @param showBuiltInFormFields whether the built-in fields are offered
 * @param allowCustomFieldCreation whether custom fields may be made
 * @param showSharedCustomFields whether shared custom fields are offered
 * @param hideDecline whether signers cannot decline
 * @param hideSave whether signers cannot save and go on later
 * @param documentExpirySettings when documents expire that do not say it themselves
 * @param customDomainSettings the domain its mails come from; the host verifies it
 * @param signatureFrameSettings what stands around a signature
 * @param isDefault whether documents get it that name no brand and whose sender identity names none
 * @param isDomainVerified whether the host has verified its domain
 * @param version goes up with every change
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param backgroundColor a colour
 * @param buttonColor a colour
 * @param buttonTextColor a colour
 * @param emailDisplayName name that mails come from
 * @param disclaimerTitle title of the disclaimer
 * @param disclaimerDescription the disclaimer
 * @param redirectUrl where signers go afterwards
 * @param documentTimeZone the time zone of dates in the document
 * @param unknown members that this version does not know
 */
public record Brand(
        String id, String name, Logo logo, boolean canHideTagLine, boolean combineAuditTrail,
        boolean combineAttachments, boolean excludeAuditTrailFromEmail, SignedDocumentMail emailSignedDocument,
        boolean showBuiltInFormFields, boolean allowCustomFieldCreation, boolean showSharedCustomFields,
        boolean hideDecline, boolean hideSave, BrandExpiry documentExpirySettings, BrandDomain customDomainSettings,
        SignatureFrame signatureFrameSettings, boolean isDefault, boolean isDomainVerified, long version,
        Instant createdAt, Instant updatedAt, Optional<String> backgroundColor, Optional<String> buttonColor,
        Optional<String> buttonTextColor, Optional<String> emailDisplayName, Optional<String> disclaimerTitle,
        Optional<String> disclaimerDescription, Optional<String> redirectUrl, Optional<String> documentTimeZone,
        Map<String, Object> unknown)
        implements Answer {}
