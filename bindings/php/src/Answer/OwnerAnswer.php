<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\IdentityStatus;

/** How the consent stands after the owner has spoken. Source: design 3. */
final readonly class OwnerAnswer extends Answer
{
    protected function __construct(
        /** Id of the identity. */
        public string $identityId,
        /** How the consent stands now. */
        public IdentityStatus|string $status,
        /** The grant; null after a denial. */
        public ?Grant $grant = null,
        /** Where to go now. */
        public ?string $redirectUrl = null,
    ) {
    }
}
