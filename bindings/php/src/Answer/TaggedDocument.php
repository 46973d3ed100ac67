<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Authority;

/** The labels of a document. Source: contract 4. */
final readonly class TaggedDocument extends Answer
{
    protected function __construct(
        /** The document. */
        public string $id,
        /** @var list<string> All its labels. */
        public array $labels,
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
