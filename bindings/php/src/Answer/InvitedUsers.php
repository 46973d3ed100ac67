<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Internal\ListOf;

/** Those who were invited together. Source: contract 3.1. */
final readonly class InvitedUsers extends Answer
{
    protected function __construct(
        /** @var list<User> In the order asked for. */
        #[ListOf(User::class)]
        public array $users,
    ) {
    }
}
