<?php

declare(strict_types=1);

namespace Stead\Answer;

/** What it was done to. */
final readonly class EventSubject extends Answer
{
    protected function __construct(
        /** What kind of thing, e.g. "document". */
        public string $type,
        /** Its id. */
        public ?string $id = null,
    ) {
    }
}
