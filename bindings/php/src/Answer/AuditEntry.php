<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Outcome;

/** What happened: when, who, for whom, by what right. Source: design 6, 11. */
final readonly class AuditEntry extends Answer
{
    protected function __construct(
        /** Version of the format. */
        public int $v,
        /** When. */
        public DateTimeImmutable $at,
        /** @var array<array-key, mixed> Kind and id of whoever acted. */
        public array $actor,
        /** What. */
        public string $operation,
        /** @var array<array-key, mixed> Type and id of what it was done to. */
        public array $subject,
        /** Whether it was done or refused. */
        public Outcome|string $outcome,
    ) {
    }
}
