<?php

declare(strict_types=1);

namespace Stead\Answer;

/** The signed head of an account's audit trail. Source: design 6. */
final readonly class Checkpoint extends Answer
{
    protected function __construct(
        /** The signed note. */
        public string $checkpoint,
        /** Entries. */
        public int $size,
        /** Root hash, in base64. */
        public string $root,
        /** Name of the log. */
        public string $origin,
        /** Verifier key; publish it, it does not change. */
        public string $vkey,
    ) {
    }
}
