<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\FileType;

/** What is told of a logo without its bytes. Source: contract 5. */
final readonly class Logo extends Answer
{
    protected function __construct(
        /** What it is. */
        public FileType|string $type,
        /** Bytes. */
        public int $size,
        /** Hash of its bytes, in hex. */
        public string $sha256,
    ) {
    }
}
