<?php

declare(strict_types=1);

namespace Stead\Answer;

/** A recorded act beside the decision made again. Source: design 4, 6. */
final readonly class Replay extends Answer
{
    protected function __construct(
        /** The entry. */
        public int $index,
        /** What it says. */
        public RecordedAct $recorded,
        /** What was decided again. */
        public PastDecision $decision,
        /** Whether both say the same. */
        public bool $agrees,
    ) {
    }
}
