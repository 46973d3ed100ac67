<?php

declare(strict_types=1);

namespace Stead\Answer;

/** The first place where an evidence file does not hold. Source: design 6. */
final readonly class BrokenEvidence extends Answer
{
    protected function __construct(
        /** Which check failed. */
        public string $check,
        /** One line for people. */
        public string $text,
        /** Index of the entry. */
        public ?int $index = null,
    ) {
    }
}
