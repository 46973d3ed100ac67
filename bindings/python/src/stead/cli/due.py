"""`stead run-due`."""

from __future__ import annotations

import click

from ._opening import Place, at_store
from ._telling import facts


@click.command("run-due")
@at_store
@click.option("--max-steps", type=click.IntRange(1, 10_000), default=100, show_default=True, help="Steps at a time.")
def run_due(place: Place, max_steps: int) -> None:
    """Do the work that time has brought.

    That is scheduled sends, expiry, lapsed requests, and files that nobody references. Safe from several
    processes at once. Run it again at the time it names, at the latest.
    """
    counted = ("scheduledSent", "expired", "lapsed", "orphansSwept", "requestsForgotten")
    done = dict.fromkeys(counted, 0)
    with place.open() as engine:
        more = True
        while more:
            work = engine.run_due(max_steps=max_steps)
            more, told = work.more, work.to_dict()
            done = {name: count + told[name] for name, count in done.items()}
    answer = done | ({"nextDueAt": told["nextDueAt"]} if "nextDueAt" in told else {})
    place.say.answer(
        answer,
        facts(
            {
                "scheduled sends": done["scheduledSent"],
                "expired": done["expired"],
                "requests lapsed": done["lapsed"],
                "files swept": done["orphansSwept"],
                "requests forgotten": done["requestsForgotten"],
                "next due": work.next_due_at or "nothing is planned",
            }
        ),
    )
