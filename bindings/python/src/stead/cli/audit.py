"""`stead audit`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from .._engine import Engine
from .._evidence import verify_evidence
from ..records.audit import TrailCheck
from ._opening import Caller, Place, answer_is_no, as_user, at_store, told
from ._telling import Teller, facts, line, table


@click.group()
def audit() -> None:
    """Check the audit trail, and export evidence."""


@audit.command()
@at_store
@as_user
@click.option("--account", "accounts", multiple=True, metavar="ID", help="Account to check; by default the user's.")
@click.option("--deep", is_flag=True, help="Compare the look-up columns too.")
def verify(place: Place, caller: Caller, accounts: Sequence[str], deep: bool) -> None:
    """Recompute whole trails.

    Exit code 1: one does not fit its hashes, and the first place is told.
    """
    with place.open() as engine:
        if not accounts:
            with caller.session(engine) as session:
                accounts = (session.account_id,)
        checks = _verified(engine, accounts, deep=deep, say=place.say)
    ok = all(checks.values())
    place.say.answer(
        {"ok": ok, "items": [{"accountId": account} | check.to_dict() for account, check in checks.items()]},
        table(
            ("account", "trail", "entries", "erased", "root"),
            (
                (
                    account,
                    line("holds", "green") if check else line("BROKEN", "bold red"),
                    f"{check.size:,}",
                    check.erased,
                    check.root,
                )
                for account, check in checks.items()
            ),
        ),
        *(
            line(f"{account}: {broken.check} of entries {broken.from_} to {broken.to}: {broken.text}", "red")
            for account, check in checks.items()
            if (broken := check.broken) is not None
        ),
    )
    if not ok:
        raise answer_is_no()


def _verified(engine: Engine, accounts: Sequence[str], *, deep: bool, say: Teller) -> dict[str, TrailCheck]:
    sizes = {account: engine.audit.checkpoint(account).size for account in accounts}
    checks = {}
    with _bar(say, len(sizes), sum(sizes.values())) as advance:
        for account, size in sizes.items():
            checks[account] = engine.audit.verify(account, deep=deep)
            advance(size)
    return checks


class _Advance:
    """Counts the entries that were checked on a bar, where there is one."""

    def __init__(self, progress: Progress | None, entries: int, *, parts: int) -> None:
        self._progress = progress
        if progress is not None:
            # How far a trail is, is known only at its end: a single one shows that work goes on.
            self._task = progress.add_task(f"checking {entries:,} entries", total=entries if parts > 1 else None)

    def __call__(self, entries: int) -> None:
        if self._progress is not None:
            self._progress.advance(self._task, entries)


@contextmanager
def _bar(say: Teller, parts: int, entries: int) -> Iterator[_Advance]:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    shown = not say.as_json and say.errors.is_terminal
    progress = Progress(*columns, console=say.errors, transient=True) if shown else None
    with progress or nullcontext():
        yield _Advance(progress, entries, parts=parts)


@audit.command()
@at_store
@as_user
@click.argument("document")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="File to write, - for stdout; <DOCUMENT>.evidence.json unless told.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def export(place: Place, caller: Caller, document: str, output: Path | None, force: bool) -> None:
    """Write the evidence of one DOCUMENT to a file.

    It convinces somebody who does not trust the operator. The receiver needs the verifier key too, which is
    told; get it to him by another way than the file.
    """
    with place.open() as engine, caller.session(engine) as session:
        evidence = session.audit.export_evidence(document)
        vkey = engine.audit.checkpoint(session.account_id).vkey
    check = verify_evidence(evidence, vkey=vkey)
    target = output or Path(f"{document}.evidence.json")
    if str(target) == "-":
        sys.stdout.buffer.write(evidence.content)
        place.say.note(f"verifier key: {vkey}")
        return
    with open(target, "wb" if force else "xb") as stream:
        stream.write(evidence.content)
    answer = {"output": str(target), "bytes": len(evidence.content), "vkey": vkey, "check": check.to_dict()}
    place.say.answer(
        answer,
        facts(
            {
                "written": target,
                "size": f"{len(evidence.content):,} bytes",
                "entries": check.entries,
                "verifier key": vkey,
            }
        ),
        line(f"stead audit check {target} --vkey '{vkey}'"),
    )


@audit.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--vkey", required=True, help="The account's verifier key.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def check(file: Path, vkey: str, as_json: bool) -> None:
    """Check an evidence FILE by its verifier key.

    Needs no store. Exit code 1: it does not hold.
    """
    say = Teller(as_json=as_json)
    with told(say):
        found = verify_evidence(file.read_bytes(), vkey=vkey)
    say.answer(
        found.to_dict(),
        line("the evidence holds", "bold green") if found else line("the evidence does NOT hold", "bold red"),
        facts(
            {
                "document": found.document_id,
                "entries": found.entries,
                "trail": found.origin,
                "trail size": found.size,
                "what": found.broken and f"{found.broken.check}: {found.broken.text}",
            }
        ),
    )
    if not found:
        raise answer_is_no()
