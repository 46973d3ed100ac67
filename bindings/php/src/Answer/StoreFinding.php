<?php

declare(strict_types=1);

namespace Stead\Answer;

/** What is wrong with a store. Source: design 7. */
final readonly class StoreFinding extends Answer
{
    protected function __construct(
        /** "pages" of a table, the "head" of an account's trail, or a "file" of an account. */
        public string $check,
        /** What it is, for people. */
        public string $text,
        /** The table, with "pages". */
        public ?string $table = null,
        /** The account, with "head" and "file". */
        public ?string $accountId = null,
    ) {
    }
}
