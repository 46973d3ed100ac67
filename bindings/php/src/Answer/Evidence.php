<?php

declare(strict_types=1);

namespace Stead\Answer;

/** The evidence file of a document: toJson() is what belongs into <documentId>.evidence.json. Source: design 11. */
final readonly class Evidence extends Answer
{
    protected function __construct(
        /** "stead-evidence/1". */
        public string $format,
    ) {
    }
}
