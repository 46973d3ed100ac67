<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Internal\ListOf;

/** Events in their order. It may be empty while $more says to go on. Source: design 11. */
final readonly class EventPage extends Answer
{
    protected function __construct(
        /** @var list<Event> The events, oldest first. */
        #[ListOf(Event::class)]
        public array $items,
        /** Everything up to this entry was looked at: give it to the next call. */
        public int $after,
        /** Whether the trail goes on. */
        public bool $more,
    ) {
    }
}
