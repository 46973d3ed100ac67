<?php

declare(strict_types=1);

namespace Stead\Answer;

/** Proof that an earlier trail is the beginning of a later one. Source: design 6. */
final readonly class ConsistencyProof extends Answer
{
    protected function __construct(
        /** Size of the earlier one. */
        public int $from,
        /** Size of the later one. */
        public int $to,
        /** @var list<string> The hashes, in base64. */
        public array $hashes,
        /** What Checkpoints::verify() reads: the hashes and the later checkpoint, as tlog-witness of C2SP has them. */
        public string $proof,
    ) {
    }
}
