"""What happened, as the change feed tells it. Source: design 11."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from .._codes import Code
from .._record import Record
from .._words import ActorKind, Authority, Outcome
from .audit import Subject


class EventActor(Record):
    """Who did it."""

    kind: ActorKind
    id: str | None = None


class Event(Record):
    """Something that happened: an entry of the account's trail, without what it says of persons."""

    index: int
    """Its place in the trail."""
    at: datetime
    operation: str
    outcome: Outcome
    actor: EventActor
    subject: Subject
    event: str | None = None
    """The contract's word, e.g. "Completed" or "SenderIdentityRevoked", where it has one."""
    reason: Code | str | None = None
    principal: str | None = None
    authority: Authority | None = None
    grant_id: str | None = None
    grant_version: int | None = None


class EventPage(Record):
    """Events in their order; iterate over it. It may be empty while `more` says to go on."""

    items: tuple[Event, ...]
    after: int
    """Everything up to this entry was looked at: pass it on to the next call."""
    more: bool

    def __iter__(self) -> Iterator[Event]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
