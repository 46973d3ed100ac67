"""`stead graph`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from . import _network, _picture
from ._opening import Caller, Place, as_user, at_store
from ._telling import line, table

_COLOURS = {
    _network.State.NOW: "green",
    _network.State.LATER: "blue",
    _network.State.ASKED: "yellow",
    _network.State.ENDED: "dim",
}


@click.command()
@at_store
@as_user
@click.option("--mine", is_flag=True, help="Only what concerns the user, with requests that are not answered yet.")
@click.option("--ended", is_flag=True, help="With permissions that ended.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default=Path("stead-graph.svg"),
    show_default=True,
    help="File to write, - for stdout.",
)
def graph(place: Place, caller: Caller, mine: bool, ended: bool, output: Path) -> None:
    """Draw who may act for whom.

    The picture is an SVG file; the same is said in words. The whole account is for an Admin or Auditor to see;
    --mine is for everybody.
    """
    now = datetime.now(UTC)
    with place.open() as engine, caller.session(engine) as session:
        found = _network.of_user(session, now) if mine else _network.of_account(session, now)
        account = engine.accounts.get(session.account_id)
    links = _network.strongest(found, ended=ended)
    picture = _picture.draw(links, title=f"Who may act for whom: {account.name}")
    if str(output) == "-":
        click.echo(picture, nl=False)
        return
    output.write_text(picture, encoding="utf-8")
    place.say.answer(
        {"output": str(output), "links": [link.to_dict() for link in links]},
        table(
            ("acts", "for", "state", "what", "when"),
            (
                (_who(link.actor), _who(link.principal), line(link.state, _COLOURS[link.state]), link.what, link.time)
                for link in links
            ),
        ),
        line(f"drawn in {output}"),
    )


def _who(somebody: _network.Somebody) -> str:
    return f"{somebody.name} <{somebody.email}>"
