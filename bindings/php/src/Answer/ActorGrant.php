<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Internal\ListOf;
use Stead\Operation;

/** Somebody who may act for the session's user. Source: design 4. */
final readonly class ActorGrant extends Answer
{
    protected function __construct(
        /** Id of the grant. */
        public string $grantId,
        /** Its version. */
        public int $version,
        /** Who may act. */
        public NamedUser $actor,
        /** For whom. */
        public Person $principal,
        /** @var list<Operation|string> What is allowed. */
        #[ListOf(Operation::class)]
        public array $operations,
        /** When the owner approved. */
        public DateTimeImmutable $bornAt,
        /** When it begins; null: at once. */
        public ?DateTimeImmutable $from = null,
        /** When it ends. */
        public ?DateTimeImmutable $until = null,
        /** When it has ended. */
        public ?DateTimeImmutable $endedAt = null,
        /** Why it has ended. */
        public ?string $endReason = null,
    ) {
    }
}
