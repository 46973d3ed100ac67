<?php

declare(strict_types=1);

namespace Stead\Answer;

/** Documents that have a value in common. */
final readonly class ReportGroup extends Answer
{
    protected function __construct(
        /** E-mail key, id, word or text; null: documents without one. */
        public ?string $value,
        /** How many. */
        public int $count,
        /** Of a person or team. */
        public ?string $name = null,
    ) {
    }
}
