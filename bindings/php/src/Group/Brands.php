<?php

declare(strict_types=1);

namespace Stead\Group;

use SplFileInfo;
use Stead\Answer\Brand;
use Stead\Answer\BrandList;
use Stead\Answer\Deleted;
use Stead\ExpiryDateType;
use Stead\File;
use Stead\FilePart;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Parts;
use Stead\Native;
use Stead\SignedDocumentMail;

/** Brands: how the mails and pages of documents look. Made and changed by an Admin, seen by everybody of the account.
 * Colours are #rgb, #rrggbb or names of CSS. Source: contract 5. */
final readonly class Brands
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * Makes a brand.
     *
     * @param string $name 1 to 80 characters
     * @param File|SplFileInfo|string $logo a file or its path: JPEG, PNG or SVG by content, at most 1 MB; an SVG must
     *     not hold scripts or point outside of itself
     * @param array{expiryDateType?: ExpiryDateType|string, expiryValue?: int, reminderDays?: int,
     *     reminderCount?: int}|null $documentExpirySettings of documents that do not say it themselves
     * @param array{domainName?: string, fromName?: string}|null $customDomainSettings
     * @param array{enableSignatureFrame?: bool, showRecipientName?: bool, showRecipientEmail?: bool,
     *     showTimeStamp?: bool}|null $signatureFrameSettings
     * @param string|null $requestId at most 100 bytes; a retry within 24 h gets the first answer back
     * @throws \Stead\Exception\Invalid every member at fault at once; malformedFile
     * @throws \Stead\Exception\Refused lacksRole
     * @throws \Stead\Exception\LimitExceeded tooLarge
     */
    public function create(
        string $name,
        File|SplFileInfo|string $logo,
        ?bool $isDefault = null,
        ?string $backgroundColor = null,
        ?string $buttonColor = null,
        ?string $buttonTextColor = null,
        ?string $emailDisplayName = null,
        ?string $disclaimerTitle = null,
        ?string $disclaimerDescription = null,
        ?string $redirectUrl = null,
        ?bool $canHideTagLine = null,
        ?bool $combineAuditTrail = null,
        ?bool $combineAttachments = null,
        ?bool $excludeAuditTrailFromEmail = null,
        SignedDocumentMail|string|null $emailSignedDocument = null,
        ?string $documentTimeZone = null,
        ?bool $showBuiltInFormFields = null,
        ?bool $allowCustomFieldCreation = null,
        ?bool $showSharedCustomFields = null,
        ?bool $hideDecline = null,
        ?bool $hideSave = null,
        ?array $documentExpirySettings = null,
        ?array $customDomainSettings = null,
        ?array $signatureFrameSettings = null,
        ?string $requestId = null,
    ): Brand {
        $members = get_defined_vars();
        unset($members['logo']);
        return Brand::fromJson(\stead_brand_create($this->handle, Json::request($members), File::upload([$logo])));
    }

    /** @throws \Stead\Exception\NotFound brandNotFound */
    public function get(string $brandId): Brand
    {
        return Brand::fromJson(\stead_brand_get($this->handle, $brandId));
    }

    /** All brands of the account, oldest first. */
    public function list(): BrandList
    {
        return BrandList::fromJson(\stead_brand_list($this->handle));
    }

    /**
     * Changes what is given; an empty text takes a text away. Documents that were sent keep the brand as it was.
     *
     * @param File|SplFileInfo|string|null $logo a new one
     * @param array{expiryDateType?: ExpiryDateType|string, expiryValue?: int, reminderDays?: int,
     *     reminderCount?: int}|null $documentExpirySettings of documents that do not say it themselves
     * @param array{domainName?: string, fromName?: string}|null $customDomainSettings
     * @param array{enableSignatureFrame?: bool, showRecipientName?: bool, showRecipientEmail?: bool,
     *     showTimeStamp?: bool}|null $signatureFrameSettings
     * @throws \Stead\Exception\NotFound brandNotFound
     * @throws \Stead\Exception\Conflict versionMoved
     */
    public function update(
        string $brandId,
        ?string $name = null,
        File|SplFileInfo|string|null $logo = null,
        ?bool $isDefault = null,
        ?string $backgroundColor = null,
        ?string $buttonColor = null,
        ?string $buttonTextColor = null,
        ?string $emailDisplayName = null,
        ?string $disclaimerTitle = null,
        ?string $disclaimerDescription = null,
        ?string $redirectUrl = null,
        ?bool $canHideTagLine = null,
        ?bool $combineAuditTrail = null,
        ?bool $combineAttachments = null,
        ?bool $excludeAuditTrailFromEmail = null,
        SignedDocumentMail|string|null $emailSignedDocument = null,
        ?string $documentTimeZone = null,
        ?bool $showBuiltInFormFields = null,
        ?bool $allowCustomFieldCreation = null,
        ?bool $showSharedCustomFields = null,
        ?bool $hideDecline = null,
        ?bool $hideSave = null,
        ?array $documentExpirySettings = null,
        ?array $customDomainSettings = null,
        ?array $signatureFrameSettings = null,
        ?int $version = null,
    ): Brand {
        $members = get_defined_vars();
        unset($members['brandId'], $members['logo']);
        $upload = File::upload($logo === null ? [] : [$logo]);
        return Brand::fromJson(\stead_brand_update($this->handle, $brandId, Json::request($members), $upload));
    }

    /**
     * Deletes a brand that no sender identity names and no document that is still to be sent or signed.
     *
     * @throws \Stead\Exception\NotFound brandNotFound
     * @throws \Stead\Exception\Conflict brandInUse
     */
    public function delete(string $brandId): Deleted
    {
        return Deleted::fromJson(\stead_brand_delete($this->handle, $brandId));
    }

    /**
     * Documents get it from now on that name no brand and whose sender identity names none.
     *
     * @throws \Stead\Exception\NotFound brandNotFound
     */
    public function makeDefault(string $brandId): Brand
    {
        return Brand::fromJson(\stead_brand_make_default($this->handle, $brandId));
    }

    /**
     * The logo, or a part of it. Not audited.
     *
     * @param int $offset in bytes
     * @param int $max bytes wanted at most
     * @throws \Stead\Exception\NotFound brandNotFound
     */
    public function logo(string $brandId, int $offset = 0, int $max = Parts::BYTES): FilePart
    {
        return FilePart::of(\stead_brand_logo($this->handle, $brandId, $offset, $max));
    }
}
