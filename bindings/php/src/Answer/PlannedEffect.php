<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Effect;

/** Something that a change does to something else. Source: contract 3.1. */
final readonly class PlannedEffect extends Answer
{
    protected function __construct(
        /** What it does. */
        public Effect|string $kind,
        /** Id of the identity or document. */
        public string $id,
    ) {
    }
}
