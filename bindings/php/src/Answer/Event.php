<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Authority;
use Stead\Outcome;

/** Something that happened: an entry of the account's trail, without what it says of persons. Source: design 11. */
final readonly class Event extends Answer
{
    protected function __construct(
        /** Its place in the trail. */
        public int $index,
        /** When it happened. */
        public DateTimeImmutable $at,
        /** What was done, e.g. "document.send". */
        public string $operation,
        /** Whether it was done or refused. */
        public Outcome|string $outcome,
        /** Who did it. */
        public EventActor $actor,
        /** What it was done to. */
        public EventSubject $subject,
        /** The contract's word, e.g. "Completed", where it has one. */
        public ?string $event = null,
        /** Why it was refused. */
        public ?string $reason = null,
        /** For whom: an identity or a user. */
        public ?string $principal = null,
        /** By what right. */
        public Authority|string|null $authority = null,
        /** The grant it rests on. */
        public ?string $grantId = null,
        /** Version of that grant. */
        public ?int $grantVersion = null,
    ) {
    }
}
