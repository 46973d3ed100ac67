"""Decisions: whether, by what right, and if not, why. Source: design 4."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from .._codes import Code
from .._record import Record
from .._words import Authority, DocumentRule, Role


class Decision(Record):
    """Allowed or refused. True when allowed, so that `if session.decide(…)` reads well. Source: design 4."""

    allowed: bool
    authority: Authority = Authority.NONE
    """What the answer rests on; NONE when it was refused before that was known."""
    reason: Code | str | None = None
    """The first rule that refused; None when allowed."""
    remedy: str = ""
    """The verb that mends the refusal, e.g. "identity.resend"; "" where there is none."""
    grant_id: str | None = None
    """The grant concerned, on refusals too."""
    grant_version: int | None = None
    valid_until: datetime | None = None
    """Until when an allowed answer lasts by itself; None when no end is known."""

    def __bool__(self) -> bool:
        return self.allowed


class Explanation(Record):
    """A decision in words, for a log or a support desk."""

    allowed: bool
    operation: str
    authority: Authority
    text: str
    reason: Code | str | None = None
    rule: str | None = None
    remedy: str | None = None
    grant_id: str | None = None
    grant_version: int | None = None
    valid_until: datetime | None = None

    def __bool__(self) -> bool:
        return self.allowed


class Question(NamedTuple):
    """One question of `Session.decide_all`."""

    operation: str
    for_: str | None = None
    """E-mail address of a person to act for by consent; None: the session as it stands."""


class OperationRow(Record):
    """One operation of the table. Source: design 4, 11."""

    name: str
    roles: tuple[Role, ...]
    """Roles that may do it at all."""
    own_roles: tuple[Role, ...]
    """Roles that may do it to what is their own."""
    delegable: bool
    account_wide: bool
    document_rule: DocumentRule


class OperationTable(Record):
    """All operations."""

    items: tuple[OperationRow, ...]
