<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Internal\ListOf;

/** How consent was asked and given. Source: design 3. */
final readonly class ConsentHistory extends Answer
{
    protected function __construct(
        /** Id of the identity. */
        public string $identityId,
        /** @var list<ConsentRound> Every request, oldest first. */
        #[ListOf(ConsentRound::class)]
        public array $rounds,
    ) {
    }
}
