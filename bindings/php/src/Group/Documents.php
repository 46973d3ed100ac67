<?php

declare(strict_types=1);

namespace Stead\Group;

use DateTimeInterface;
use Generator;
use SensitiveParameter;
use SplFileInfo;
use Stead\Answer\AccessCodeChange;
use Stead\Answer\ChangedRecipient;
use Stead\Answer\DeletedDocument;
use Stead\Answer\Document;
use Stead\Answer\DocumentLog;
use Stead\Answer\ExtendedExpiry;
use Stead\Answer\HandOver;
use Stead\Answer\Page;
use Stead\Answer\PrefilledDocument;
use Stead\Answer\Reminder;
use Stead\Answer\RevokedDocument;
use Stead\Answer\SentDocument;
use Stead\Answer\TaggedDocument;
use Stead\DateFilterType;
use Stead\DocumentStatus;
use Stead\DocumentView;
use Stead\ExpiryDateType;
use Stead\File;
use Stead\FilePart;
use Stead\FinishedFormat;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Internal\Parts;
use Stead\Native;
use Stead\NewSigner;
use Stead\PageType;
use Stead\TransmitType;

/** Documents, the sender's side. A document the session must not know of is Exception\NotFound (documentNotFound); an
 * act on one that was sent for somebody, without naming that person, is Exception\Refused (principalRequired).
 * Source: contract 4, design 3. */
final readonly class Documents
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * Sends for signature, as oneself or for the session's principal.
     *
     * @param list<NewSigner|array<string, mixed>> $signers 1 to 50
     * @param iterable<File|SplFileInfo|string> $files files, or their paths; at most 25 of 25 MB
     * @param list<array{emailAddress: string}>|null $cc
     * @param DateTimeInterface|null $scheduledSendAt in the future, at most 180 days
     * @param int|null $expiryDays 1 to 180
     * @param int|null $expiryValue days (1 to 180) or hours (8 to 4,320), as $expiryDateType says
     * @param DateTimeInterface|null $expiresAt with ExpiryDateType::SpecificDateTime
     * @param list<string>|null $labels
     * @param array<array-key, string>|null $metaData at most 50 pairs; key 1 to 50, value at most 500 characters
     * @param string|null $requestId at most 100 bytes; a retry within 24 h gets the first answer back
     * @param mixed ...$contract further members of contract 4.5, by name; they have no effect yet
     * @throws \Stead\Exception\Invalid every member at fault at once; malformedFile
     * @throws \Stead\Exception\Refused whatever a decision can answer, e.g. consentPending
     * @throws \Stead\Exception\LimitExceeded tooLarge
     */
    public function send(
        string $title,
        array $signers,
        iterable $files = [],
        ?string $message = null,
        ?bool $enableSigningOrder = null,
        ?array $cc = null,
        ?bool $disableEmails = null,
        ?DateTimeInterface $scheduledSendAt = null,
        ExpiryDateType|string|null $expiryDateType = null,
        ?int $expiryDays = null,
        ?int $expiryValue = null,
        ?DateTimeInterface $expiresAt = null,
        ?array $labels = null,
        ?array $metaData = null,
        ?string $brandId = null,
        ?string $requestId = null,
        mixed ...$contract,
    ): SentDocument {
        $members = get_defined_vars();
        unset($members['files'], $members['contract']);
        $request = Json::request($members + $contract);
        return SentDocument::fromJson(\stead_document_send($this->handle, $request, File::upload($files)));
    }

    /** A document with signers, files and history. Not audited. */
    public function get(string $documentId): Document
    {
        return Document::fromJson(\stead_document_get($this->handle, $documentId));
    }

    /**
     * Documents sent as oneself, or received, newest first; not what is in the trash.
     *
     * @param int|null $page from 1; instead of a cursor
     * @param int|null $pageSize 1 to 100; 10 by default
     * @param list<DocumentStatus|DocumentView|string>|null $status
     * @param list<string>|null $labels one of these
     * @param list<string>|null $brandIds one of these
     * @param list<string>|null $sentBy addresses
     * @param list<string>|null $recipients addresses of signers or of who gets copies
     * @return Page<Document>
     */
    public function list(
        ?int $page = null,
        ?int $pageSize = null,
        ?string $cursor = null,
        ?array $status = null,
        ?string $search = null,
        TransmitType|string|null $transmitType = null,
        DateFilterType|string|null $dateFilterType = null,
        ?DateTimeInterface $startAt = null,
        ?DateTimeInterface $endAt = null,
        ?array $labels = null,
        ?array $brandIds = null,
        ?array $sentBy = null,
        ?array $recipients = null,
    ): Page {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(Document::class, \stead_document_list($this->handle, $request));
    }

    /**
     * Documents of the users of the own team (TeamAdmin) or of the account (Admin), newest first.
     *
     * @param int|null $page from 1; instead of a cursor
     * @param int|null $pageSize 1 to 100; 10 by default
     * @param list<DocumentStatus|DocumentView|string>|null $status
     * @param list<string>|null $labels one of these
     * @param list<string>|null $brandIds one of these
     * @param list<string>|null $userIds of these users
     * @param list<string>|null $teamIds of these teams
     * @return Page<Document>
     * @throws \Stead\Exception\Refused lacksRole
     */
    public function teamList(
        ?int $page = null,
        ?int $pageSize = null,
        ?string $cursor = null,
        ?array $status = null,
        ?string $search = null,
        TransmitType|string|null $transmitType = null,
        DateFilterType|string|null $dateFilterType = null,
        ?DateTimeInterface $startAt = null,
        ?DateTimeInterface $endAt = null,
        ?array $labels = null,
        ?array $brandIds = null,
        ?array $userIds = null,
        ?array $teamIds = null,
    ): Page {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(Document::class, \stead_document_team_list($this->handle, $request));
    }

    /**
     * @param list<DocumentStatus|DocumentView|string>|null $status
     * @return Generator<int, Document> every one sent as oneself, page by page, newest first
     */
    public function all(?array $status = null, ?string $search = null): Generator
    {
        return Pages::each(fn (?string $cursor): Page => $this->list(null, Pages::SIZE, $cursor, $status, $search));
    }

    /**
     * Documents sent on behalf, newest first.
     *
     * @param PageType|string|null $pageType BehalfOfOthers by default
     * @param int|null $page from 1; instead of a cursor
     * @param int|null $pageSize 1 to 100; 10 by default
     * @param list<DocumentStatus|DocumentView|string>|null $status
     * @param list<string>|null $labels one of these
     * @param list<string>|null $brandIds one of these
     * @param list<string>|null $signers addresses
     * @param list<string>|null $identityEmails addresses of owners
     * @return Page<Document>
     */
    public function behalfList(
        PageType|string|null $pageType = null,
        ?int $page = null,
        ?int $pageSize = null,
        ?string $cursor = null,
        ?array $status = null,
        ?string $search = null,
        ?string $identityEmail = null,
        ?DateTimeInterface $startAt = null,
        ?DateTimeInterface $endAt = null,
        ?array $labels = null,
        ?array $brandIds = null,
        ?array $signers = null,
        ?array $identityEmails = null,
    ): Page {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(Document::class, \stead_document_behalf_list($this->handle, $request));
    }

    /**
     * @param list<DocumentStatus|DocumentView|string>|null $status
     * @return Generator<int, Document> every one sent on behalf, page by page, newest first
     */
    public function allBehalf(
        PageType|string|null $pageType = null,
        ?array $status = null,
        ?string $search = null,
        ?string $identityEmail = null,
    ): Generator {
        return Pages::each(
            fn (?string $cursor): Page => $this->behalfList(
                $pageType,
                null,
                Pages::SIZE,
                $cursor,
                $status,
                $search,
                $identityEmail,
            ),
        );
    }

    /**
     * Calls a document back.
     *
     * @throws \Stead\Exception\Refused wrongState
     */
    public function revoke(string $documentId, string $message, ?int $version = null): RevokedDocument
    {
        $request = Json::request(compact('message', 'version'));
        return RevokedDocument::fromJson(\stead_document_revoke($this->handle, $documentId, $request));
    }

    /**
     * Reminds signers; without $signerEmails everybody who is waited for.
     *
     * @param list<string>|null $signerEmails
     * @throws \Stead\Exception\Refused wrongState
     * @throws \Stead\Exception\NotFound signerNotFound
     */
    public function remind(string $documentId, ?array $signerEmails = null, ?string $message = null): Reminder
    {
        $request = Json::requestOrNull(compact('signerEmails', 'message'));
        return Reminder::fromJson(\stead_document_remind($this->handle, $documentId, $request));
    }

    /**
     * Gives documents another holder, who needs a consent of his own to act for their principals.
     *
     * @param list<string> $documentIds 1 to 100
     * @param bool|null $dryRun only the plan
     * @param string|null $planId of a dry run; the change is made only while its plan is still this one
     * @throws \Stead\Exception\Conflict planChanged
     * @throws \Stead\Exception\Refused wrongState
     * @throws \Stead\Exception\NotFound documentNotFound, userNotFound
     */
    public function handOver(
        array $documentIds,
        string $toUserId,
        ?bool $dryRun = null,
        ?string $planId = null,
    ): HandOver {
        return HandOver::fromJson(\stead_document_hand_over($this->handle, Json::request(get_defined_vars())));
    }

    /**
     * Sets the access code of one signer, named by id, or by address and place in the order.
     *
     * @throws \Stead\Exception\Refused wrongState
     * @throws \Stead\Exception\NotFound signerNotFound
     */
    public function changeAccessCode(
        string $documentId,
        #[SensitiveParameter] string $accessCode,
        ?string $signerId = null,
        ?string $signerEmail = null,
        ?int $signerOrder = null,
        ?int $version = null,
    ): AccessCodeChange {
        $request = Json::request(array_slice(get_defined_vars(), 1));
        return AccessCodeChange::fromJson(\stead_document_change_access_code($this->handle, $documentId, $request));
    }

    /**
     * Gives the signers more time; what had expired is under way again.
     *
     * @param DateTimeInterface $expiresAt later than the deadline there is, at most 180 days away
     * @throws \Stead\Exception\Refused wrongState
     */
    public function extendExpiry(string $documentId, DateTimeInterface $expiresAt, ?int $version = null): ExtendedExpiry
    {
        $request = Json::request(array_slice(get_defined_vars(), 1));
        return ExtendedExpiry::fromJson(\stead_document_extend_expiry($this->handle, $documentId, $request));
    }

    /**
     * Adds labels; one that stands already changes nothing.
     *
     * @param list<string> $tags 1 to 50 of at most 255 characters; a document has at most 50
     * @throws \Stead\Exception\Refused wrongState
     */
    public function addTags(string $documentId, array $tags, ?int $version = null): TaggedDocument
    {
        $request = Json::request(array_slice(get_defined_vars(), 1));
        return TaggedDocument::fromJson(\stead_document_add_tags($this->handle, $documentId, $request));
    }

    /**
     * Takes labels away; one that does not stand changes nothing.
     *
     * @param list<string> $tags 1 to 50 of at most 255 characters; a document has at most 50
     * @throws \Stead\Exception\Refused wrongState
     */
    public function deleteTags(string $documentId, array $tags, ?int $version = null): TaggedDocument
    {
        $request = Json::request(array_slice(get_defined_vars(), 1));
        return TaggedDocument::fromJson(\stead_document_delete_tags($this->handle, $documentId, $request));
    }

    /**
     * Deletes what is Draft, Completed, Declined or Revoked: to the trash, or permanently. The trash is emptied of it
     * after 30 days; its entries stay in the audit trail.
     *
     * @throws \Stead\Exception\Refused wrongState
     */
    public function delete(string $documentId, ?bool $deletePermanently = null, ?int $version = null): DeletedDocument
    {
        $request = Json::requestOrNull(array_slice(get_defined_vars(), 1));
        return DeletedDocument::fromJson(\stead_document_delete($this->handle, $documentId, $request));
    }

    /**
     * Puts another person in the place of a signer who is not done, named by id, or by address and place in the order.
     * The link of the one before dies, and he is told. Without $newSignerEmail only the name changes.
     *
     * @throws \Stead\Exception\Refused wrongState
     * @throws \Stead\Exception\NotFound signerNotFound
     */
    public function changeRecipient(
        string $documentId,
        string $newSignerName,
        string $reason,
        ?string $signerId = null,
        ?string $signerEmail = null,
        ?int $signerOrder = null,
        ?string $newSignerEmail = null,
        ?int $version = null,
    ): ChangedRecipient {
        $request = Json::request(array_slice(get_defined_vars(), 1));
        return ChangedRecipient::fromJson(\stead_document_change_recipient($this->handle, $documentId, $request));
    }

    /**
     * Fills in text and check boxes of signers who are not done.
     *
     * @param array<array-key, string|null> $values by field id; an empty one empties the field
     * @throws \Stead\Exception\Invalid each bad value as "/values/<field id>"
     * @throws \Stead\Exception\Refused wrongState
     */
    public function prefill(string $documentId, array $values, ?int $version = null): PrefilledDocument
    {
        $request = Json::request(array_slice(get_defined_vars(), 1));
        return PrefilledDocument::fromJson(\stead_document_prefill($this->handle, $documentId, $request));
    }

    /**
     * A part of a file. The part at offset 0 is audited as the download.
     *
     * @param int $fileIndex from 0
     * @param int $offset in bytes
     * @param int $max bytes wanted at most
     * @throws \Stead\Exception\NotFound fileNotFound
     */
    public function read(string $documentId, int $fileIndex = 0, int $offset = 0, int $max = Parts::BYTES): FilePart
    {
        return FilePart::of(\stead_document_download($this->handle, $documentId, $fileIndex, $offset, $max));
    }

    /** @return Generator<int, string> the bytes of a file, part by part */
    public function download(string $documentId, int $fileIndex = 0): Generator
    {
        return Parts::each(fn (int $offset): FilePart => $this->read($documentId, $fileIndex, $offset));
    }

    /**
     * The audit certificate of a document that has ended, a PDF, or a part of it: who sent it, in whose name and by
     * what right, the consent, the signers, the hashes, what happened, and how to verify it. The part at offset 0 is
     * audited.
     *
     * @param int $offset in bytes
     * @param int $max bytes wanted at most
     * @throws \Stead\Exception\Refused wrongState: not ended yet
     */
    public function certificate(string $documentId, int $offset = 0, int $max = Parts::BYTES): FilePart
    {
        return FilePart::of(\stead_document_certificate($this->handle, $documentId, $offset, $max));
    }

    /**
     * The finished document once it is Completed, or a part of it: one PDF with what the signers filled in, or a zip of
     * files. The part at offset 0 is audited as the download.
     *
     * @param FinishedFormat|string|null $format Combined by default
     * @param int $offset in bytes
     * @param int $max bytes wanted at most
     * @throws \Stead\Exception\Refused wrongState, cannotRender
     * @throws \Stead\Exception\LimitExceeded tooLarge
     */
    public function finished(
        string $documentId,
        FinishedFormat|string|null $format = null,
        int $offset = 0,
        int $max = Parts::BYTES,
    ): FilePart {
        $request = Json::requestOrNull(compact('format'));
        return FilePart::of(\stead_document_finished($this->handle, $documentId, $request, $offset, $max));
    }

    /** What happened to a document, with the signed head of the trail; audited. */
    public function auditLog(string $documentId): DocumentLog
    {
        return DocumentLog::fromJson(\stead_document_audit_log($this->handle, $documentId));
    }
}
