<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Internal\ListOf;

/** What a change does, or would do. Source: contract 3.1. */
final readonly class ChangePlan extends Answer
{
    protected function __construct(
        /** For planId of the change itself; stays the same as long as nothing of the plan moves. */
        public string $id,
        /** False after a dry run. */
        public bool $applied,
        /** All effects. */
        public EffectCounts $counts,
        /** @var list<PlannedEffect> The first 100. */
        #[ListOf(PlannedEffect::class)]
        public array $effects,
        /** Whether there are more. */
        public bool $effectsCapped,
    ) {
    }
}
