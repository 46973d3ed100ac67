<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Authority;
use Stead\Code;
use Stead\Operation;

/** A decision of another moment, made again from the audit trail. Source: design 4, 6. */
final readonly class PastDecision extends Answer
{
    protected function __construct(
        /** Whether it was allowed. */
        public bool $allowed,
        /** What was asked about. */
        public Operation|string $operation,
        /** What the answer rests on; empty when refused before that was known. */
        public Authority|string|null $authority = null,
        /** One line for people. */
        public string $text,
        /** Who wanted to act. */
        public string $actorId,
        /** The moment. */
        public DateTimeImmutable $at,
        /** Nothing from this entry on was known. */
        public int $before,
        /** @var list<int> Indices of the entries it rests on; each can be proved. */
        public array $entries,
        /** Code of the first rule that refused. */
        public Code|string|null $reason = null,
        /** That rule in words. */
        public ?string $rule = null,
        /** Id of the grant concerned. */
        public ?string $grantId = null,
        /** Version of that grant. */
        public ?int $grantVersion = null,
        /** Until when an allowed answer lasted by itself. */
        public ?DateTimeImmutable $validUntil = null,
    ) {
    }
}
