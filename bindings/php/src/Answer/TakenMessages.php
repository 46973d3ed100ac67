<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Internal\ListOf;

/** Messages to deliver now. Source: design 5. */
final readonly class TakenMessages extends Answer
{
    protected function __construct(
        /** @var list<OutboxMessage> The messages, on a lease. */
        #[ListOf(OutboxMessage::class)]
        public array $items,
        /** When the next one is due; null: none waits. */
        public ?DateTimeImmutable $nextDueAt = null,
    ) {
    }
}
