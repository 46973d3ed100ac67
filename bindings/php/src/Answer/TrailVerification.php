<?php

declare(strict_types=1);

namespace Stead\Answer;

/** Whether an audit trail fits its hashes. Source: design 6. */
final readonly class TrailVerification extends Answer
{
    protected function __construct(
        /** Whether it does. */
        public bool $ok,
        /** Entries. */
        public int $size,
        /** Root hash, in base64. */
        public string $root,
        /** Whether the look-up columns were compared too. */
        public bool $deep,
        /** Entries that were looked at. */
        public int $checked,
        /** Entries whose personal fields were erased. */
        public int $erased,
        /** Where it does not fit. */
        public ?BrokenTrail $broken = null,
    ) {
    }
}
