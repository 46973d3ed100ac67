<?php

declare(strict_types=1);

namespace Stead\Answer;

/** What is wrong with a store. Source: design 7. */
final readonly class StoreFinding extends Answer
{
    protected function __construct(
        /** "pages" of a table, or the "head" of an account's trail. */
        public string $check,
        /** What it is, for people. */
        public string $text,
        /** The table, with "pages". */
        public ?string $table = null,
        /** The account, with "head". */
        public ?string $accountId = null,
    ) {
    }
}
