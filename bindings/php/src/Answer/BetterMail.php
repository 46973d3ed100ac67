<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\MailMode;

/** A way that shows more of the person. */
final readonly class BetterMail extends Answer
{
    protected function __construct(
        /** Which. */
        public MailMode|string $mode,
        /** What it would need. */
        public string $needs,
    ) {
    }
}
