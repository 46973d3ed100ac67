<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Internal\ListOf;
use Stead\ReportSide;

/** Documents of a period, counted by one of their sides. */
final readonly class DocumentReport extends Answer
{
    protected function __construct(
        /** By what. */
        public ReportSide|string $by,
        /** @var list<ReportGroup> The largest first, at most 100. */
        #[ListOf(ReportGroup::class)]
        public array $groups,
        /** Counted in smaller groups. */
        public int $others,
        /** How many were counted. */
        public int $documents,
        /** Whether there are more than were looked at. */
        public bool $capped,
        /** Which metadata. */
        public ?string $key = null,
    ) {
    }
}
