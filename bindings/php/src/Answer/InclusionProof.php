<?php

declare(strict_types=1);

namespace Stead\Answer;

/** Proof that an entry stands in the trail. Source: design 6. */
final readonly class InclusionProof extends Answer
{
    protected function __construct(
        /** Place of the entry. */
        public int $index,
        /** Its bytes, in base64. */
        public string $entry,
        /** The C2SP tlog-proof. */
        public string $proof,
    ) {
    }
}
