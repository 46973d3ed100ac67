"""Lists that page by themselves."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from ._record import Record
from ._wire import dump, members

Item = TypeVar("Item", bound=Record)


class Page(Generic[Item]):
    """One page of a list, already fetched. Iterating goes through its items and those of all pages after it.

    The pages after it are fetched when they are needed, so that an iteration may raise what a call may raise.
    """

    __slots__ = ("_fetch", "_kind", "_raw", "_request", "items", "next_cursor", "total", "total_capped")

    items: tuple[Item, ...]
    """What stands on this page."""
    next_cursor: str | None
    """Where the list goes on, for `cursor=` of another call; None at its end."""
    total: int
    """How many items the whole list has."""
    total_capped: bool
    """Whether counting stopped early, so that there are at least `total`."""

    def __init__(self, kind: type[Item], fetch: Callable[[str], str], request: dict[str, Any]) -> None:
        self._kind = kind
        self._fetch = fetch
        self._request = request
        self._raw = json.loads(fetch(dump(request)))
        self.items = tuple(kind.from_dict(item) for item in self._raw["items"])
        self.next_cursor = self._raw["nextCursor"]
        self.total = self._raw["total"]
        self.total_capped = self._raw["totalCapped"]

    def next_page(self) -> Page[Item] | None:
        """The page after this one; None at the end of the list."""
        if self.next_cursor is None:
            return None
        # The cursor takes the place of whatever told where to begin.
        kept = {name: value for name, value in self._request.items() if name not in ("page", "from")}
        return Page(self._kind, self._fetch, {**kept, "cursor": self.next_cursor})

    def pages(self) -> Iterator[Page[Item]]:
        """Each page from here to the end of the list."""
        page: Page[Item] | None = self
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.items

    def to_dict(self) -> dict[str, Any]:
        """The page as the JSON object that came."""
        return {**self._raw, "items": [item.to_dict() for item in self.items]}

    def __repr__(self) -> str:
        return f"<Page of {len(self.items)} {self._kind.__name__}, {self.total} in all>"


def first_page(kind: type[Item], fetch: Callable[[str], str], **given: Any) -> Page[Item]:
    """The page that the keyword arguments ask for."""
    return Page(kind, fetch, members(given))
