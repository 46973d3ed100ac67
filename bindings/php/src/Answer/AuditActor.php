<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\ActorKind;

/** Who did what an entry of the trail records. Source: design 11. */
final readonly class AuditActor extends Answer
{
    protected function __construct(
        /** What kind of somebody. */
        public ActorKind|string $kind,
        /** Id of the user, the signer, or the sender identity whose owner acted. */
        public ?string $id = null,
        /** How he was known: "host", "invitation" or "apiKey:" and its id. */
        public ?string $credential = null,
    ) {
    }
}
