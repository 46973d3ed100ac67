<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Authority;
use Stead\Internal\ListOf;

/** Documents that another user got, and by what right. Source: design 3. */
final readonly class HandOver extends Answer
{
    protected function __construct(
        /** Id of the user who holds them. */
        public string $toUserId,
        /** @var list<HandedOverDocument> */
        #[ListOf(HandedOverDocument::class)]
        public array $documents,
        /** What is done. */
        public ChangePlan $plan,
        /** Id of the user who really acted. */
        public string $actorId,
        /** For whom; null: as himself. */
        public ?Principal $principal,
        /** By what right. */
        public Authority|string $authority,
        /** Id of the grant. */
        public ?string $grantId = null,
        /** Version of the grant. */
        public ?int $grantVersion = null,
    ) {
    }
}
