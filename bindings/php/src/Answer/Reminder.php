<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Authority;

/** Who was reminded, and by what right. Source: contract 4.1. */
final readonly class Reminder extends Answer
{
    protected function __construct(
        /** Id of the document. */
        public string $id,
        /** @var list<string> Ids of the signers who were reminded. */
        public array $reminded,
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
