<?php

declare(strict_types=1);

namespace Stead\Answer;

/** What is gone. Source: contract 2.1. */
final readonly class Deleted extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
    ) {
    }
}
