<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Internal\ListOf;
use Stead\Operation;

/** The recorded permission of an owner: who may do what for him, and until when. Source: design 1, 3. */
final readonly class Grant extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** Goes up when the owner narrows it. */
        public int $version,
        /** @var list<Operation|string> What is allowed. */
        #[ListOf(Operation::class)]
        public array $operations,
        /** When it begins; null: at once. */
        public ?DateTimeImmutable $from = null,
        /** When it ends; null: when it is revoked. */
        public ?DateTimeImmutable $until = null,
        /** When it has ended. */
        public ?DateTimeImmutable $endedAt = null,
        /** Why it has ended. */
        public ?string $endReason = null,
    ) {
    }
}
