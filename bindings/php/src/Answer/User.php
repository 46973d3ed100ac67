<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Role;
use Stead\UserStatus;

/** Somebody of an account. Source: contract 3. */
final readonly class User extends Answer
{
    protected function __construct(
        /** His id. */
        public string $id,
        /** Id of his account. */
        public string $accountId,
        /** His address. */
        public string $email,
        /** His name; empty until he has accepted. */
        public string $name,
        /** What he may do in the account. */
        public Role|string $role,
        /** Whether he can act. */
        public UserStatus|string $status,
        /** Whether he may reach the documents of the whole account. */
        public bool $apiAccountWideAccess,
        /** Whether he may act for others by account-wide authority. */
        public bool $allowSendOnBehalfOf,
        /** @var array<array-key, string> Pairs of the host. */
        public array $metaData,
        /** Goes up with every change; give it back in an update to find lost updates. */
        public int $version,
        /** When he was invited. */
        public DateTimeImmutable $createdAt,
        /** When he last changed. */
        public DateTimeImmutable $updatedAt,
        /** Id of his team. */
        public ?string $teamId = null,
        /** Its name. */
        public ?string $teamName = null,
        /** In the answer of a change that reaches identities and documents. */
        public ?ChangePlan $plan = null,
    ) {
    }
}
