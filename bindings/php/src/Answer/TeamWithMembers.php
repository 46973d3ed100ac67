<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Internal\ListOf;

/** A team and those who are in it. Source: contract 3.2. */
final readonly class TeamWithMembers extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** Its name. */
        public string $name,
        /** Goes up with every change; give it back in a rename to find lost updates. */
        public int $version,
        /** When it was made. */
        public DateTimeImmutable $createdAt,
        /** When it last changed. */
        public DateTimeImmutable $updatedAt,
        /** @var list<TeamMember> The newest 1000, newest first; users()->all() goes through all. */
        #[ListOf(TeamMember::class)]
        public array $members,
        /** Whether there are more. */
        public bool $membersCapped,
    ) {
    }
}
