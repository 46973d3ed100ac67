<?php

declare(strict_types=1);

namespace Stead\Answer;

/** What an entry of the trail was done to. Source: design 11. */
final readonly class AuditSubject extends Answer
{
    protected function __construct(
        /** What kind of thing. */
        public string $type,
        /** Its id. */
        public ?string $id = null,
    ) {
    }
}
