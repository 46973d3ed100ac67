<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Internal\ListOf;

/** What some steps of a check of a store have found. Source: design 7. */
final readonly class StoreVerification extends Answer
{
    protected function __construct(
        /** Whether that is nothing. */
        public bool $ok,
        /** @var list<StoreFinding> What it is. */
        #[ListOf(StoreFinding::class)]
        public array $findings,
        /** Steps that were done. */
        public int $steps,
        /** Where to go on; null at the end. */
        public ?string $nextCursor,
    ) {
    }
}
