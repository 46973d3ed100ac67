<?php

declare(strict_types=1);

namespace Stead\Group;

use Generator;
use Stead\Answer\Event;
use Stead\Answer\EventPage;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Native;

/**
 * The change feed: what happened in the account, for programs that act upon it. Admins and Auditors see everything;
 * anybody else his own acts, what concerns his own user, the identities he made and the documents he holds. Source:
 * design 11.
 */
final readonly class Events
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * What happened behind an entry of the trail, oldest first.
     *
     * @param int|null $after `after` of the page before; -1 begins
     * @param int|null $pageSize 1 to 100; 10 by default
     * @param list<string>|null $events words of the contract, e.g. "Completed"; null: everything
     * @throws \Stead\Exception\NotFound entryNotFound: $after is beyond the trail
     */
    public function list(?int $after = null, ?int $pageSize = null, ?array $events = null): EventPage
    {
        return EventPage::fromJson(\stead_events_list($this->handle, Json::requestOrNull(get_defined_vars())));
    }

    /**
     * Keep the index of the last event you handled, and begin there the next time.
     *
     * @param list<string>|null $events words of the contract; null: everything
     * @return Generator<int, Event> every event to the end of the trail, page by page
     */
    public function follow(int $after = -1, ?array $events = null): Generator
    {
        do {
            $page = $this->list($after, Pages::SIZE, $events);
            foreach ($page->items as $event) {
                yield $event;
            }
            $after = $page->after;
        } while ($page->more);
    }
}
