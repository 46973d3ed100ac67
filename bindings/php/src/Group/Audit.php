<?php

declare(strict_types=1);

namespace Stead\Group;

use Generator;
use Stead\Answer\AuditItem;
use Stead\Answer\Erasure;
use Stead\Answer\Evidence;
use Stead\Answer\Page;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Native;

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
