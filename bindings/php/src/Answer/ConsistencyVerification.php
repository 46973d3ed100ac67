<?php

declare(strict_types=1);

namespace Stead\Answer;

/** Whether a log only grew between two checkpoints. Source: design 6. */
final readonly class ConsistencyVerification extends Answer
{
    protected function __construct(
        /** Whether it did. */
        public bool $ok,
        /** Name of the log. */
        public string $origin,
        /** Entries that the older checkpoint covers. */
        public int $from,
        /** Entries that the newer checkpoint covers. */
        public int $to,
        /** What does not fit. */
        public ?BrokenConsistency $broken = null,
    ) {
    }
}
