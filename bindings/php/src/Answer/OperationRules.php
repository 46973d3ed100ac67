<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\DocumentRule;
use Stead\Internal\ListOf;
use Stead\Operation;
use Stead\Role;

/** Who may do an operation, and for whom. Source: design 4. */
final readonly class OperationRules extends Answer
{
    protected function __construct(
        /** Its name. */
        public Operation|string $name,
        /** @var list<Role|string> Roles that may do it. */
        #[ListOf(Role::class)]
        public array $roles,
        /** @var list<Role|string> Roles that may do it about themselves. */
        #[ListOf(Role::class)]
        public array $ownRoles,
        /** Whether it can be done for somebody by his consent. */
        public bool $delegable,
        /** Whether it can be done by account-wide authority. */
        public bool $accountWide,
        /** What a document asks of whoever does it. */
        public DocumentRule|string $documentRule,
    ) {
    }
}
