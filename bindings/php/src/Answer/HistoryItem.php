<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\ActorKind;

/** Something that happened to a document. Source: contract 4.6. */
final readonly class HistoryItem extends Answer
{
    protected function __construct(
        /** Index of the entry in the audit trail. */
        public int $index,
        /** When. */
        public DateTimeImmutable $at,
        /** What. */
        public string $action,
        /** What kind of somebody did it. */
        public ActorKind|string $actorKind,
        /** Id of whoever did it. */
        public string $actorId,
        /** @var array<array-key, mixed> More about it. */
        public array $detail,
        /** Name of whoever did it; null when erased. */
        public ?string $name = null,
        /** His address; null when erased. */
        public ?string $email = null,
    ) {
    }
}
