<?php

declare(strict_types=1);

namespace Stead\Answer;

/** Why a later checkpoint does not continue an earlier one. Source: design 6. */
final readonly class BrokenConsistency extends Answer
{
    protected function __construct(
        /** "proof", "older", "newer", "origin", "size" or "root". */
        public string $check,
        /** Why, for people. */
        public string $text,
    ) {
    }
}
