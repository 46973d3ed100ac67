<?php

declare(strict_types=1);

namespace Stead\Group;

use DateTimeInterface;
use Generator;
use Stead\Answer\AuditItem;
use Stead\Answer\Erasure;
use Stead\Answer\Evidence;
use Stead\Answer\Page;
use Stead\Answer\PastDecision;
use Stead\Answer\Replay;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Native;
use Stead\Operation;

/** The account's audit trail, for its Admins and Auditors. Source: design 6. */
final readonly class Audit
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * @param int|null $from index of the first entry; instead of a cursor
     * @param int|null $pageSize 1 to 100; 10 by default
     * @param string|null $subjectId only what was done to the thing of that id
     * @return Page<AuditItem>
     * @throws \Stead\Exception\Refused lacksRole
     */
    public function list(
        ?int $from = null,
        ?int $pageSize = null,
        ?string $subjectId = null,
        ?string $cursor = null,
    ): Page {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(AuditItem::class, \stead_audit_list($this->handle, $request));
    }

    /** @return Generator<int, AuditItem> every entry, page by page, oldest first */
    public function all(?string $subjectId = null): Generator
    {
        return Pages::each(fn (?string $cursor): Page => $this->list(null, Pages::SIZE, $subjectId, $cursor));
    }

    /**
     * Was this allowed then? Decided again from what the trail said at that moment.
     *
     * @param DateTimeInterface|null $at after all that was written down up to then; or $index: before that entry
     * @param string|null $actorId the session's user unless told; about others an Admin or Auditor asks
     * @param string|null $principal an e-mail address; account-wide also a user id
     * @throws \Stead\Exception\Refused lacksRole
     * @throws \Stead\Exception\NotFound userNotFound, entryNotFound
     */
    public function decideAsOf(
        Operation|string $operation,
        ?DateTimeInterface $at = null,
        ?int $index = null,
        ?string $actorId = null,
        ?string $principal = null,
        ?bool $accountWide = null,
        ?string $documentId = null,
    ): PastDecision {
        return PastDecision::fromJson(\stead_audit_decide_as_of($this->handle, Json::request(get_defined_vars())));
    }

    /**
     * Makes the decision behind a recorded act of a user again, from what the trail said before it; for an Admin or
     * Auditor.
     *
     * @throws \Stead\Exception\Refused lacksRole; wrongState when nothing was decided in this entry
     * @throws \Stead\Exception\NotFound entryNotFound
     */
    public function replay(int $index): Replay
    {
        return Replay::fromJson(\stead_audit_replay($this->handle, $index));
    }

    /**
     * Deletes a person's fields in the trail, by an Admin; itself an entry.
     *
     * @throws \Stead\Exception\Refused lacksRole
     */
    public function erasePerson(string $email): Erasure
    {
        return Erasure::fromJson(\stead_audit_erase_person($this->handle, Json::request(get_defined_vars())));
    }

    /**
     * The evidence file of one document, for whoever may read its audit log; audited. Its toJson() is what belongs into
     * <documentId>.evidence.json.
     *
     * @throws \Stead\Exception\NotFound documentNotFound
     */
    public function exportEvidence(string $documentId): Evidence
    {
        return Evidence::fromJson(\stead_audit_export_evidence($this->handle, $documentId));
    }
}
