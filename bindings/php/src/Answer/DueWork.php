<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;

/** What run-due has done, and when to call again. Source: design 3. */
final readonly class DueWork extends Answer
{
    protected function __construct(
        /** Scheduled documents that were sent. */
        public int $scheduledSent,
        /** Documents that expired. */
        public int $expired,
        /** Documents removed from the trash. */
        public int $trashPurged,
        /** Requests for consent that lapsed. */
        public int $lapsed,
        /** Files nobody referred to. */
        public int $orphansSwept,
        /** Request ids older than a day. */
        public int $requestsForgotten,
        /** Whether to call again at once. */
        public bool $more,
        /** When to call again at the latest. */
        public ?DateTimeImmutable $nextDueAt = null,
    ) {
    }
}
