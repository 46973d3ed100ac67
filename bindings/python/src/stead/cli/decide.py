"""`stead decide`."""

from __future__ import annotations

import click

from .._errors import word_of
from ..records.decisions import Decision, Explanation
from ._opening import Caller, Place, answer_is_no, as_user, at_store
from ._telling import facts, line


@click.command()
@at_store
@as_user
@click.argument("operation")
@click.option("--for", "for_", metavar="EMAIL", help="The person to act for, by consent.")
@click.option("--account-wide", metavar="WHO", help="The user to act for, by account-wide authority.")
@click.option("--document", metavar="ID", help="The document concerned.")
@click.option("--explain", is_flag=True, help="Say it in words: the rule, and what helps.")
def decide(
    place: Place,
    caller: Caller,
    operation: str,
    for_: str | None,
    account_wide: str | None,
    document: str | None,
    explain: bool,
) -> None:
    """Say whether a user may act for somebody.

    OPERATION is a name like document.send. Exit code 0: allowed now, 1: refused.
    """
    if for_ and account_wide:
        raise click.UsageError("--for and --account-wide exclude each other")
    with place.open() as engine, caller.session(engine) as own:
        session = own.account_wide(account_wide) if account_wide else own
        ask = session.explain if explain else session.decide
        decision = ask(operation, for_=for_, document=document)
    place.say.answer(
        decision.to_dict(),
        line("allowed", "bold green") if decision else line("refused", "bold red"),
        facts(_shown(decision)),
    )
    if not decision:
        raise answer_is_no()


def _shown(decision: Decision | Explanation) -> dict[str, object]:
    told = {"why": decision.text, "rule": decision.rule} if isinstance(decision, Explanation) else {}
    return told | {
        "authority": str(decision.authority),
        "reason": decision.reason and word_of(decision.reason),
        "what helps": decision.remedy,
        "grant": decision.grant_id and f"{decision.grant_id}, version {decision.grant_version}",
        "until": decision.valid_until,
    }
