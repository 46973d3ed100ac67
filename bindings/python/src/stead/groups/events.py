"""The change feed. Source: design 11."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import _core
from .._wire import UNSET, Unset, request
from ..records.events import Event, EventPage
from ._group import Group


class Events(Group[_core.Session]):
    """What happened in the account, for programs that act upon it.

    Admins and Auditors see everything; anybody else his own acts, what concerns his own user, the identities he made
    and the documents he holds.
    """

    __slots__ = ()

    def list(
        self,
        *,
        after: int | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        events: Iterable[str] | Unset | None = UNSET,
    ) -> EventPage:
        """Events behind the entry `after`, oldest first; -1 begins. Pass `after` of the answer on to the next call.

        `page_size`: 1 to 100, 10 unless told. `events`: words of the contract, e.g. "Completed"; without them
        everything. Raises NotFound (entryNotFound) when `after` is beyond the trail. Source: design 11.
        """
        return EventPage.from_json(
            _core.events_list(self._handle, request(after=after, page_size=page_size, events=events))
        )

    def follow(self, after: int = -1, *, events: Iterable[str] | Unset | None = UNSET) -> Iterator[Event]:
        """Every event behind `after` to the end of the trail, page by page as they are needed.

        Keep the `index` of the last one you handled, and begin there the next time.
        """
        words = events if isinstance(events, Unset) or events is None else tuple(events)
        while True:
            page = self.list(after=after, page_size=100, events=words)
            yield from page
            if not page.more:
                return
            after = page.after
