<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\FileType;

/** A file of a document. Source: contract 4.5. */
final readonly class FileInfo extends Answer
{
    protected function __construct(
        /** Its name. */
        public string $name,
        /** Hash of its bytes, in hex. */
        public string $sha256,
        /** Bytes. */
        public int $size,
        /** What it is. */
        public FileType|string $type,
        /** Its pages, where that is known. */
        public ?int $pages = null,
    ) {
    }
}
