<?php

declare(strict_types=1);

namespace Stead;

use Stead\Answer\FileInfo;

/** Some bytes of a file that is being downloaded. Source: contract 4.1. */
final readonly class FilePart
{
    private function __construct(
        /** The bytes; empty at the end of the file. */
        public string $bytes,
        /** The file they belong to. */
        public FileInfo $file,
    ) {
    }

    /**
     * @internal
     * @param array{string, string} $part
     */
    public static function of(array $part): self
    {
        return new self($part[0], FileInfo::fromJson($part[1]));
    }
}
