<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\ActorKind;

/** Who did it. */
final readonly class EventActor extends Answer
{
    protected function __construct(
        /** What kind of actor. */
        public ActorKind|string $kind,
        /** The user, the signer, or the identity whose owner acted. */
        public ?string $id = null,
    ) {
    }
}
