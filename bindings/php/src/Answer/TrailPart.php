<?php

declare(strict_types=1);

namespace Stead\Answer;

/** Whether a part of an audit trail fits its hashes. Source: design 6. */
final readonly class TrailPart extends Answer
{
    protected function __construct(
        /** Whether it does. */
        public bool $ok,
        /** Entries of the whole trail. */
        public int $size,
        /** Root hash of the tree up to $to, in base64. */
        public string $root,
        /** Whether the look-up columns were compared too. */
        public bool $deep,
        /** Entries that were looked at. */
        public int $checked,
        /** Of those, entries whose personal fields were erased. */
        public int $erased,
        /** The first entry of the part. */
        public int $from,
        /** The entry after the last one. */
        public int $to,
        /** Where to go on; null at the end. */
        public ?int $next = null,
        /** Where it does not fit. */
        public ?BrokenTrail $broken = null,
    ) {
    }
}
