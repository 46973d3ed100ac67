<?php

declare(strict_types=1);

namespace Stead\Answer;

/** Whether an evidence file holds. Source: design 6. */
final readonly class EvidenceVerification extends Answer
{
    protected function __construct(
        /** Whether it does. */
        public bool $ok,
        /** Id of the document. */
        public ?string $documentId = null,
        /** Name of the log. */
        public ?string $origin = null,
        /** Entries of the log. */
        public ?int $size = null,
        /** Entries about the document. */
        public ?int $entries = null,
        /** Why it does not hold. */
        public ?BrokenEvidence $broken = null,
    ) {
    }
}
