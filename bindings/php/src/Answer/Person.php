<?php

declare(strict_types=1);

namespace Stead\Answer;

/** A name with an address. Source: design 1. */
final readonly class Person extends Answer
{
    protected function __construct(
        /** The name. */
        public string $name,
        /** The address. */
        public string $email,
    ) {
    }
}
