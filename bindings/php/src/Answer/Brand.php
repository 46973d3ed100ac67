<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\SignedDocumentMail;

/** A brand of the account. Source: contract 5. */
final readonly class Brand extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** Its name. */
        public string $name,
        /** Its logo. */
        public Logo $logo,
        /** Whether documents get it that name no brand and whose sender identity names none. */
        public bool $isDefault,
        /** Whether the host has verified its domain. */
        public bool $isDomainVerified,
        /** Goes up with every change; give it back in an update to find lost updates. */
        public int $version,
        /** When it was made. */
        public DateTimeImmutable $createdAt,
        /** When it last changed. */
        public DateTimeImmutable $updatedAt,
        /** Whether the tag line of mails is hidden. */
        public bool $canHideTagLine,
        /** Whether the audit trail is part of the finished document. */
        public bool $combineAuditTrail,
        /** Whether attachments are part of the finished document. */
        public bool $combineAttachments,
        /** Whether mails of completion come without the audit trail. */
        public bool $excludeAuditTrailFromEmail,
        /** How mails of completion bring the document. */
        public SignedDocumentMail|string $emailSignedDocument,
        /** Whether the built-in fields are offered. */
        public bool $showBuiltInFormFields,
        /** Whether custom fields may be made. */
        public bool $allowCustomFieldCreation,
        /** Whether shared custom fields are offered. */
        public bool $showSharedCustomFields,
        /** Whether signers cannot decline. */
        public bool $hideDecline,
        /** Whether signers cannot save and go on later. */
        public bool $hideSave,
        /** When documents expire that do not say it themselves. */
        public BrandExpiry $documentExpirySettings,
        /** The domain its mails come from; the host verifies it. */
        public BrandDomain $customDomainSettings,
        /** What stands around a signature. */
        public SignatureFrame $signatureFrameSettings,
        /** A colour. */
        public ?string $backgroundColor = null,
        /** A colour. */
        public ?string $buttonColor = null,
        /** A colour. */
        public ?string $buttonTextColor = null,
        /** Name that mails come from. */
        public ?string $emailDisplayName = null,
        /** Title of the disclaimer. */
        public ?string $disclaimerTitle = null,
        /** The disclaimer. */
        public ?string $disclaimerDescription = null,
        /** Where signers go afterwards. */
        public ?string $redirectUrl = null,
        /** The time zone of dates in the document. */
        public ?string $documentTimeZone = null,
    ) {
    }
}
