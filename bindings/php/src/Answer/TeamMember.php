<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Role;
use Stead\UserStatus;

/** A user as a team shows him. Source: contract 3.2. */
final readonly class TeamMember extends Answer
{
    protected function __construct(
        /** His id. */
        public string $id,
        /** His address. */
        public string $email,
        /** His name; empty until he has accepted. */
        public string $name,
        /** What he may do in the account. */
        public Role|string $role,
        /** Whether he can act. */
        public UserStatus|string $status,
    ) {
    }
}
