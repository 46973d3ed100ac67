<?php

declare(strict_types=1);

namespace Stead\Answer;

/** An entry of the audit trail. Source: design 6. */
final readonly class AuditItem extends Answer
{
    protected function __construct(
        /** Its place in the trail. */
        public int $index,
        /** The entry itself. */
        public AuditEntry $entry,
        /** @var array<array-key, mixed>|null Personal fields, unless they were erased. */
        public ?array $personal = null,
    ) {
    }
}
