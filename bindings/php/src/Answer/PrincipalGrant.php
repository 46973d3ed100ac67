<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\IdentityStatus;

/** Somebody the session's user may act for. Source: design 4. */
final readonly class PrincipalGrant extends Answer
{
    protected function __construct(
        /** Id of the identity. */
        public string $identityId,
        /** The person's name. */
        public string $name,
        /** The person's address. */
        public string $email,
        /** How the consent stands. */
        public IdentityStatus|string $status,
        /** Whether acting is possible at this moment. */
        public bool $mayActNow,
        /** The grant, when there is one. */
        public ?Grant $grant = null,
    ) {
    }
}
