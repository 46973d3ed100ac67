<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;

/** A team of an account. Source: contract 3.2. */
final readonly class Team extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** Its name. */
        public string $name,
        /** Goes up with every change; give it back in a rename to find lost updates. */
        public int $version,
        /** When it was made. */
        public DateTimeImmutable $createdAt,
        /** When it last changed. */
        public DateTimeImmutable $updatedAt,
    ) {
    }
}
