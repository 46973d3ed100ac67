<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Authority;
use Stead\DocumentStatus;

/** A document that was called back, and by what right. Source: contract 4.1. */
final readonly class RevokedDocument extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** Revoked. */
        public DocumentStatus|string $status,
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
