<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Authority;
use Stead\Code;
use Stead\Operation;

/** What an entry of the trail says was decided. Source: design 6. */
final readonly class RecordedAct extends Answer
{
    protected function __construct(
        /** When. */
        public DateTimeImmutable $at,
        /** What. */
        public Operation|string $operation,
        /** By whom. */
        public string $actorId,
        /** done or refused. */
        public string $outcome,
        /** Code of a refusal. */
        public Code|string|null $reason = null,
        /** What it rested on. */
        public Authority|string|null $authority = null,
        /** Id of the grant it rested on. */
        public ?string $grantId = null,
        /** Version of that grant. */
        public ?int $grantVersion = null,
    ) {
    }
}
