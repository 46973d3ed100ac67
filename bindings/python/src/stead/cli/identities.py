"""`stead identities`."""

from __future__ import annotations

from itertools import islice

import click

from .._wire import UNSET
from ..records.identities import Identity
from ._opening import Caller, Place, as_user, at_store
from ._telling import line, table, when


@click.command()
@at_store
@as_user
@click.option("--search", help="Part of a name or an e-mail address.")
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="How many at most.")
def identities(place: Place, caller: Caller, search: str | None, limit: int) -> None:
    """List whom a user has asked for consent, newest first."""
    with place.open() as engine, caller.session(engine) as session:
        page = session.identities.list(page_size=min(limit, 100), search=UNSET if search is None else search)
        found = list(islice(page, limit))
        answer = {"items": [one.to_dict() for one in found], "total": page.total, "totalCapped": page.total_capped}
    at_least = "at least " if page.total_capped else ""
    place.say.answer(
        answer,
        table(
            ("name", "e-mail", "consent", "asked", "may act until", "id"),
            ((one.name, one.email, _consent(one), one.requested_at, _until(one), one.id) for one in found),
        ),
        line(f"{len(found)} of {at_least}{page.total}"),
    )


def _consent(identity: Identity) -> str:
    return f"{identity.status}, lapsed" if identity.lapsed_at else str(identity.status)


def _until(identity: Identity) -> str:
    grant = identity.grant
    if grant is None:
        return ""
    if grant.ended_at is not None:
        return f"ended {when(grant.ended_at)}"
    return when(grant.until) or "no end"
