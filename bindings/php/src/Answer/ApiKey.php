<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use SensitiveParameter;

/** An API key. Only the answer that makes it holds the key itself. Source: contract 1.1. */
final readonly class ApiKey extends Answer
{
    protected const SECRETS = ['key'];

    protected function __construct(
        /** Its id. */
        public string $id,
        /** What its user calls it. */
        public string $name,
        /** When it was made. */
        public DateTimeImmutable $createdAt,
        /** When it was revoked; sessions opened with it are dead since. */
        public ?DateTimeImmutable $revokedAt = null,
        /** The key, shown once; null in every other answer, also in that of a repeated requestId. */
        #[SensitiveParameter]
        public ?string $key = null,
    ) {
    }
}
