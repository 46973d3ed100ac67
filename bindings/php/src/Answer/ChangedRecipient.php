<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Authority;

/** Whose recipient was changed. Source: contract 4. */
final readonly class ChangedRecipient extends Answer
{
    protected function __construct(
        /** The document. */
        public string $id,
        /** The signer. */
        public string $signerId,
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
