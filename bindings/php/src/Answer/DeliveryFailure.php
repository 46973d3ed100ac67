<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;

/** What becomes of a message that could not be delivered. Source: design 5. */
final readonly class DeliveryFailure extends Answer
{
    protected function __construct(
        /** Whether it is given up. */
        public bool $dead,
        /** When it is tried again. */
        public ?DateTimeImmutable $nextAttemptAt = null,
    ) {
    }
}
