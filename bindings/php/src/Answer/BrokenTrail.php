<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\TrailCheck;

/** The first place where an audit trail does not fit. Source: design 6. */
final readonly class BrokenTrail extends Answer
{
    protected function __construct(
        /** Which check failed. */
        public TrailCheck|string $check,
        /** First entry of the range. */
        public int $from,
        /** Last entry of the range. */
        public int $to,
        /** One line for people. */
        public string $text,
    ) {
    }
}
