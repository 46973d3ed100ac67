<?php

declare(strict_types=1);

namespace Stead\Answer;

/** The person somebody acted for. Source: design 1. */
final readonly class Principal extends Answer
{
    protected function __construct(
        /** His name at that moment. */
        public string $name,
        /** His address. */
        public string $email,
        /** Id of the sender identity, when acting by a grant. */
        public ?string $identityId = null,
        /** Id of the user, when acting by account-wide authority. */
        public ?string $userId = null,
    ) {
    }
}
