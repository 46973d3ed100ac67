<?php

declare(strict_types=1);

namespace Stead\Answer;

/** The domain that mails of a brand come from; the host verifies it. Source: contract 5. */
final readonly class BrandDomain extends Answer
{
    protected function __construct(
        /** The domain. */
        public ?string $domainName = null,
        /** Name of the sender. */
        public ?string $fromName = null,
    ) {
    }
}
