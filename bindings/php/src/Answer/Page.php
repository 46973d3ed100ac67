<?php

declare(strict_types=1);

namespace Stead\Answer;

use Countable;
use IteratorAggregate;
use Stead\Internal\Json;
use Stead\Internal\Reader;
use Traversable;

/**
 * One page of a list. Each list has a generator beside it that turns the pages by itself.
 *
 * @template T of Answer
 * @implements IteratorAggregate<int, T>
 */
final readonly class Page implements IteratorAggregate, Countable
{
    /** @param list<T> $items */
    private function __construct(
        /** The records of this page. */
        public array $items,
        /** Give it as cursor to get the next page; null at the end. */
        public ?string $nextCursor,
        /** How many there are on all pages. */
        public int $total,
        /** Whether there may be more than $total: counting stops at a limit. */
        public bool $totalCapped,
        private string $json,
    ) {
    }

    /**
     * @internal
     * @template R of Answer
     * @param class-string<R> $class
     * @return self<R>
     */
    public static function of(string $class, string $json): self
    {
        $members = Json::decode($json);
        /** @var list<R> $items */
        $items = Reader::records($class, $members['items'], $json, '/items');
        return new self($items, $members['nextCursor'], $members['total'], $members['totalCapped'], $json);
    }

    /** The page as the JSON text it came from. */
    public function toJson(): string
    {
        return $this->json;
    }

    /** @return Traversable<int, T> */
    public function getIterator(): Traversable
    {
        yield from $this->items;
    }

    /** Records of this page. */
    public function count(): int
    {
        return count($this->items);
    }
}
