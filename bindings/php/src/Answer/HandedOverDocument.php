<?php

declare(strict_types=1);

namespace Stead\Answer;

/** A document as it is now. Source: design 3. */
final readonly class HandedOverDocument extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** Goes up with every change. */
        public int $version,
    ) {
    }
}
