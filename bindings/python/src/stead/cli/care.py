"""`stead backup` and `stead check`."""

from __future__ import annotations

from pathlib import Path

import click

from ..records.store import StoreFinding
from ._opening import Place, answer_is_no, at_store
from ._telling import facts, line, table


@click.command()
@at_store
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
def backup(place: Place, target: Path) -> None:
    """Copy the store to a new file TARGET.

    Everybody goes on reading and writing meanwhile; the copy is whole and on disk when this ends. A file that is
    there is never written over. The secret is not part of the copy: keep both, apart.
    """
    with place.open(migrate="never") as engine:
        made = engine.backup(target)
    place.say.answer(
        made.to_dict(),
        facts({"written": made.path, "size": f"{made.bytes:,} bytes", "as of": made.taken_at}),
    )


@click.command()
@at_store
def check(place: Place) -> None:
    """Look for damage: all pages of the store, and the head of every trail.

    Reads everything, so on a large store run it on a backup. Exit code 1: damage was found. `stead audit verify`
    recomputes whole trails.
    """
    findings: list[StoreFinding] = []
    steps = 0
    with place.open(migrate="never") as engine:
        found = engine.check()
        while True:
            findings += found.findings
            steps += found.steps
            if found.next_cursor is None:
                break
            found = engine.check(cursor=found.next_cursor)
    place.say.answer(
        {"ok": not findings, "steps": steps, "findings": [finding.to_dict() for finding in findings]},
        table(
            ("check", "where", "found"),
            ((finding.check, finding.table or finding.account_id, finding.text) for finding in findings),
        )
        if findings
        else line("no damage", "green"),
    )
    if findings:
        raise answer_is_no()
