<?php

declare(strict_types=1);

namespace Stead\Group;

use DateTimeInterface;
use Stead\Answer\DocumentReport;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Native;
use Stead\ReportSide;

/** Counts of documents: of the account for Admins and Auditors, of his team for a TeamAdmin, else of one's own. */
final readonly class Reports
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * Documents made between $from and $until, counted by one of their sides; the newest 10,000 of the period.
     *
     * @param string|null $key which metadata, with ReportSide::MetaData
     * @throws \Stead\Exception\Invalid
     */
    public function documents(
        ReportSide|string $by,
        ?string $key = null,
        DateTimeInterface|int|null $from = null,
        DateTimeInterface|int|null $until = null,
    ): DocumentReport {
        return DocumentReport::fromJson(\stead_report_documents($this->handle, Json::request(get_defined_vars())));
    }
}
