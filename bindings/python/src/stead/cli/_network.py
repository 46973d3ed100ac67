"""Who may act for whom: people and the permissions between them, as grants tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from .. import operations as all_operations
from .._session import Session
from .._words import IdentityStatus
from ..records.identities import ActorRow, PrincipalRow
from ._telling import when


class State(StrEnum):
    """Where a permission stands, the strongest first."""

    NOW = "may act now"
    LATER = "not yet"
    ASKED = "asked, no answer yet"
    ENDED = "ended"


@dataclass(frozen=True)
class Somebody:
    """A person in the picture."""

    name: str
    email: str


@dataclass(frozen=True)
class Link:
    """One person's permission to act for another."""

    actor: Somebody
    principal: Somebody
    state: State
    operations: tuple[str, ...] = ()
    from_: datetime | None = None
    until: datetime | None = None
    ended_at: datetime | None = None

    @property
    def what(self) -> str:
        """Which operations, in few words."""
        grantable = {row.name for row in all_operations() if row.delegable}
        if grantable <= set(self.operations):
            return "everything that can be granted"
        return ", ".join(self.operations)

    @property
    def time(self) -> str:
        """From when until when, in few words."""
        if self.ended_at is not None:
            return f"ended {when(self.ended_at)}"
        parts = (f"from {when(self.from_)}" if self.from_ else "", f"until {when(self.until)}" if self.until else "")
        return " ".join(part for part in parts if part)

    def to_dict(self) -> dict[str, Any]:
        """The link for scripts."""
        return {
            "actor": {"name": self.actor.name, "email": self.actor.email},
            "principal": {"name": self.principal.name, "email": self.principal.email},
            "state": self.state.name.lower(),
            "operations": list(self.operations),
            **{
                name: int(moment.timestamp() * 1000)
                for name, moment in (("from", self.from_), ("until", self.until), ("endedAt", self.ended_at))
                if moment is not None
            },
        }

    def __str__(self) -> str:
        ends = " ".join(part for part in (self.what, self.time) if part)
        return f"{self.actor.name} for {self.principal.name}: {self.state}" + (f"; {ends}" if ends else "")


def of_account(session: Session, now: datetime) -> list[Link]:
    """Every grant of the account. Raises Refused (lacksRole) unless by an Admin or Auditor."""
    return [_granted(row, now) for row in session.grants.actors(all=True, page_size=100)]


def of_user(session: Session, now: datetime) -> list[Link]:
    """For whom the session's user may act or has asked to, and who may act for the user."""
    user = session.users.get(session.user_id)
    own = Somebody(user.name, user.email)
    asked = [_asked(own, row, now) for row in session.grants.principals(page_size=100)]
    return asked + [_granted(row, now) for row in session.grants.actors(page_size=100)]


def strongest(links: Iterable[Link], *, ended: bool) -> list[Link]:
    """One link for each two people, that which allows most, by name; those that ended only where wanted."""
    order = list(State)
    best: dict[tuple[str, str], Link] = {}
    for link in links:
        key = (link.actor.email, link.principal.email)
        if key not in best or order.index(link.state) < order.index(best[key].state):
            best[key] = link
    kept = (link for link in best.values() if ended or link.state is not State.ENDED)
    return sorted(kept, key=lambda link: (link.actor.name, link.actor.email, link.principal.name, link.principal.email))


def _state(from_: datetime | None, until: datetime | None, ended_at: datetime | None, now: datetime) -> State:
    if ended_at is not None or (until is not None and until <= now):
        return State.ENDED
    return State.LATER if from_ is not None and from_ > now else State.NOW


def _granted(row: ActorRow, now: datetime) -> Link:
    return Link(
        Somebody(row.actor.name, row.actor.email),
        Somebody(row.principal.name, row.principal.email),
        _state(row.from_, row.until, row.ended_at, now),
        tuple(row.operations),
        row.from_,
        row.until,
        row.ended_at,
    )


def _asked(own: Somebody, row: PrincipalRow, now: datetime) -> Link:
    principal, grant = Somebody(row.name, row.email), row.grant
    if row.status is IdentityStatus.PENDING:
        return Link(own, principal, State.ASKED)
    if grant is None:
        return Link(own, principal, State.ENDED)
    state = State.NOW if row.may_act_now else _state(grant.from_, grant.until, grant.ended_at, now)
    if row.status is not IdentityStatus.VERIFIED:
        state = State.ENDED
    return Link(own, principal, state, tuple(grant.operations), grant.from_, grant.until, grant.ended_at)
