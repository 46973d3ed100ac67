<?php

declare(strict_types=1);

namespace Stead\Internal;

use Generator;
use Stead\Answer\Answer;
use Stead\Answer\Page;

/**
 * Turns the pages of a list.
 *
 * @internal
 */
final class Pages
{
    /** Records per call: the most a list takes. */
    public const SIZE = 100;

    /**
     * @template T of Answer
     * @param callable(?string): Page<T> $ask asks for the page at a cursor
     * @return Generator<int, T>
     */
    public static function each(callable $ask): Generator
    {
        $cursor = null;
        do {
            $page = $ask($cursor);
            foreach ($page->items as $item) {
                yield $item;
            }
            $cursor = $page->nextCursor;
        } while ($cursor !== null);
    }
}
