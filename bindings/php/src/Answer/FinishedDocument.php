<?php

declare(strict_types=1);

namespace Stead\Answer;

/** The finished document that the host handed in. Source: contract 4.1. */
final readonly class FinishedDocument extends Answer
{
    protected function __construct(
        /** Id of the document. */
        public string $id,
        /** The file. */
        public FileInfo $file,
    ) {
    }
}
