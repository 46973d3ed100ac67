"""`stead doctor`."""

from __future__ import annotations

import click

from .._errors import Error, word_of
from . import _checks
from ._checks import Finding, State
from ._opening import Place, answer_is_no, at_store
from ._telling import line, table

_COLOURS = {State.OK: "green", State.WARNING: "yellow", State.FAULT: "bold red"}


@click.command()
@at_store
def doctor(place: Place) -> None:
    """Look for faults, and say how to mend them.

    Looks at the store, its secret and this machine, and changes nothing; `stead check` reads every page too. Exit
    code 1: a fault was found.
    """
    findings = [_checks.versions(), _checks.sqlite(), *_checks.store_file(place), _checks.secret_file(place)]
    if _sound(findings):
        findings += _opened(place)
    ok = _sound(findings)
    place.say.answer(
        {"ok": ok, "items": [finding.to_dict() for finding in findings]},
        table(
            ("check", "", "found", "what helps"),
            (
                (finding.check, line(finding.state, _COLOURS[finding.state]), finding.text, finding.remedy)
                for finding in findings
            ),
        ),
    )
    if not ok:
        raise answer_is_no()


def _sound(findings: list[Finding]) -> bool:
    return all(finding.state is not State.FAULT for finding in findings)


def _opened(place: Place) -> list[Finding]:
    try:
        with place.open(migrate="never") as engine:
            return [Finding("opens", State.OK, "the store opens and fits its secret"), _checks.dead_letters(engine)]
    except Error as error:
        return [Finding("opens", State.FAULT, f"{error.text} ({word_of(error.code)})", error.remedy)]
