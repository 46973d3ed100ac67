<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\FieldType;

/** A place to fill in. Source: contract 4.5. */
final readonly class Field extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** What belongs there. */
        public FieldType|string $fieldType,
        /** On which file, from 0. */
        public int $fileIndex,
        /** On which page of it, from 1. */
        public int $pageNumber,
        /** Where on that page. */
        public Bounds $bounds,
        /** Whether it must be filled in. */
        public bool $isRequired,
        /** Its name. */
        public string $name,
        /** What stands there. */
        public string $value,
    ) {
    }
}
