<?php

declare(strict_types=1);

namespace Stead\Answer;

/** Somebody who gets a copy. Source: contract 4.5. */
final readonly class Copied extends Answer
{
    protected function __construct(
        /** His address. */
        public string $email,
    ) {
    }
}
