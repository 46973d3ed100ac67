"""Answers about the store itself."""

from __future__ import annotations

from datetime import datetime

from .._record import Record


class Backup(Record):
    """A copy of the store that is whole and on disk. Source: design 7."""

    path: str
    bytes: int
    taken_at: datetime


class StoreFinding(Record):
    """What is wrong with a store: pages of a table, the head of an account's trail, or a file."""

    check: str
    """"pages", "head" or "file"."""
    text: str
    table: str | None = None
    account_id: str | None = None


class StoreCheck(Record):
    """What some steps of a check have found. True when that is nothing. Source: design 7."""

    ok: bool
    findings: tuple[StoreFinding, ...]
    steps: int
    next_cursor: str | None
    """None at the end."""

    def __bool__(self) -> bool:
        return self.ok
