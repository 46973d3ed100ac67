"""`stead status`."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click

from .. import __version__
from .._engine import Engine
from .._session import Session
from ._opening import Caller, Place, as_user, at_store
from ._telling import facts


@click.command()
@at_store
@as_user
@click.option("--account", "account_id", help="Id of an account to tell of; by default that of the user.")
def status(place: Place, caller: Caller, account_id: str | None) -> None:
    """Tell what a store holds, changing nothing."""
    with place.open() as engine:
        answer: dict[str, Any] = {
            "store": engine.path,
            "version": __version__,
            "bytes": place.store.stat().st_size,
            "warning": engine.warning,
            "deadLetters": engine.outbox.dead_letters(page_size=1).total,
        }
        if caller.told():
            with caller.session(engine) as session:
                account_id = account_id or session.account_id
                answer["user"] = _user(session)
        if account_id is not None:
            answer["account"] = _account(engine, account_id)
    place.say.answer(answer, facts(_shown(answer)))


def _account(engine: Engine, account_id: str) -> dict[str, Any]:
    head = engine.audit.checkpoint(account_id)
    trail = {"size": head.size, "root": head.root, "vkey": head.vkey}
    return engine.accounts.get(account_id).to_dict() | {"trail": trail}


def _user(session: Session) -> dict[str, Any]:
    principals = list(session.grants.principals(page_size=100))
    return {
        "id": session.user_id,
        "mayActFor": sum(row.may_act_now for row in principals),
        "identities": dict(Counter(row.status.value for row in principals)),
    }


def _shown(answer: dict[str, Any]) -> dict[str, object]:
    account, user = answer.get("account"), answer.get("user")
    shown: dict[str, object] = {
        "store": answer["store"],
        "version": answer["version"],
        "size": f"{answer['bytes']:,} bytes",
        "warning": answer["warning"],
        "dead letters": answer["deadLetters"],
    }
    if account:
        shown |= {
            "account": f"{account['name']} ({account['id']})",
            "account-wide": "on" if account["accountWide"] else "off",
            "audit trail": f"{account['trail']['size']:,} entries, {account['trail']['root']}",
            "verifier key": account["trail"]["vkey"],
        }
    if user:
        stands = ", ".join(f"{count} {word}" for word, count in sorted(user["identities"].items()))
        shown |= {"user": user["id"], "may act for": f"{user['mayActFor']} people now", "identities": stands or "none"}
    return shown
