<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;

/** A copy of a store that is whole and on disk. Source: design 7. */
final readonly class Backup extends Answer
{
    protected function __construct(
        /** Where it is. */
        public string $path,
        /** How long the file is. */
        public int $bytes,
        /** When it was begun. */
        public DateTimeImmutable $takenAt,
    ) {
    }
}
