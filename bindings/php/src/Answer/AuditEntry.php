<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Authority;
use Stead\Code;
use Stead\Outcome;

/** What happened: when, who, for whom, by what right. Source: design 6, 11. */
final readonly class AuditEntry extends Answer
{
    protected function __construct(
        /** Version of the format. */
        public int $v,
        /** When. */
        public DateTimeImmutable $at,
        /** Who acted. */
        public AuditActor $actor,
        /** What. */
        public string $operation,
        /** What it was done to. */
        public AuditSubject $subject,
        /** Whether it was done or refused. */
        public Outcome|string $outcome,
        /** Id of the sender identity or the user that was acted for. */
        public ?string $principal = null,
        /** By what right. */
        public Authority|string|null $authority = null,
        /** Id of the grant. */
        public ?string $grantId = null,
        /** Version of the grant. */
        public ?int $grantVersion = null,
        /** Why it was refused, or done. */
        public Code|string|null $reason = null,
        /** @var array<array-key, mixed>|null More about it. */
        public ?array $detail = null,
        /** Hash of the personal fields, in hex. */
        public ?string $personal = null,
    ) {
    }
}
