<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;

/** An account: a tenant. Nothing crosses it except an identity owner's consent. Source: design 1. */
final readonly class Account extends Answer
{
    protected function __construct(
        /** Its id, a GUID. */
        public string $id,
        /** A number people can say, from 1001 on. */
        public int $number,
        /** What it is called. */
        public string $name,
        /** Origin of its audit log, frozen when the account was made. */
        public string $logOrigin,
        /** Whether account-wide authority is switched on. */
        public bool $accountWide,
        /** When it was made. */
        public DateTimeImmutable $createdAt,
        /** Id of its first Admin; only in the answer that makes the account. */
        public ?string $adminUserId = null,
    ) {
    }
}
