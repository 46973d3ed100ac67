<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Authority;

/** A deleted document. Source: contract 4. */
final readonly class DeletedDocument extends Answer
{
    protected function __construct(
        /** The document. */
        public string $id,
        /** Whether it is gone. */
        public bool $permanently,
        /** Id of the user who really acted. */
        public string $actorId,
        /** For whom; null: as himself. */
        public ?Principal $principal,
        /** By what right. */
        public Authority|string $authority,
        /** When the trash is emptied of it. */
        public ?DateTimeImmutable $goneAt = null,
        /** Id of the grant. */
        public ?string $grantId = null,
        /** Version of the grant. */
        public ?int $grantVersion = null,
    ) {
    }
}
