"""Counts of documents."""

from __future__ import annotations

from .._record import Record
from .._words import ReportSide


class ReportGroup(Record):
    """Documents that have a value in common."""

    value: str | None
    """E-mail key, id, word or text; None: documents without one."""
    count: int
    name: str | None = None
    """Of a person or team."""


class DocumentReport(Record):
    """Documents of a period, counted by one of their sides."""

    by: ReportSide
    groups: tuple[ReportGroup, ...]
    """The largest first, at most 100."""
    others: int
    """Counted in smaller groups."""
    documents: int
    capped: bool
    """Whether there are more than were looked at."""
    key: str | None = None
