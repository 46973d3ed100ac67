<?php

declare(strict_types=1);

namespace Stead\Answer;

/** How many effects of each kind a change has. Source: contract 3.1. */
final readonly class EffectCounts extends Answer
{
    protected function __construct(
        /** Sender identities that are revoked. */
        public int $identityRevoked,
        /** Documents held by a user who changes his team; not touched, not among the effects. */
        public int $documentMovedAlong,
        /** Documents that get another holder. */
        public int $documentHandedOver,
        /** Documents under way that are revoked. */
        public int $documentRevoked,
        /** Documents that are declined. */
        public int $documentDeclined,
    ) {
    }
}
