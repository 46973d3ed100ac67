<?php

declare(strict_types=1);

namespace Stead\Internal;

use Generator;
use Stead\FilePart;

/**
 * Reads a file part by part.
 *
 * @internal
 */
final class Parts
{
    /** Bytes per call. */
    public const BYTES = 1 << 20;

    /**
     * @param callable(int): FilePart $read reads the part at an offset
     * @return Generator<int, string>
     */
    public static function each(callable $read): Generator
    {
        for ($offset = 0; ($part = $read($offset))->bytes !== ''; $offset += strlen($part->bytes)) {
            yield $part->bytes;
        }
    }
}
