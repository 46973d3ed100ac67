<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Authority;
use Stead\DocumentStatus;

/** A document with more time. Source: contract 4. */
final readonly class ExtendedExpiry extends Answer
{
    protected function __construct(
        /** The document. */
        public string $id,
        /** Where it stands. */
        public DocumentStatus|string $status,
        /** The new deadline. */
        public DateTimeImmutable $expiresAt,
        /** Goes up with every change. */
        public int $version,
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
