<?php

declare(strict_types=1);

namespace Stead\Answer;

/** How many rows of a person are gone. Source: design 6. */
final readonly class Erasure extends Answer
{
    protected function __construct(
        /** Rows. */
        public int $erased,
        /** Index of the entry that says so. */
        public int $auditIndex,
    ) {
    }
}
