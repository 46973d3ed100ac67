<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;

/** A team of an account. Source: contract 3. */
final readonly class Team extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** Its name. */
        public string $name,
        /** When it was made. */
        public DateTimeImmutable $createdAt,
    ) {
    }
}
