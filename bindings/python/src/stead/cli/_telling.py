"""What the commands say: tables for people, one JSON document for scripts, errors for whoever must act."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from .._codes import Status
from .._errors import Error, word_of

_PIPE_WIDTH = 200  # ids and addresses must not be broken where nobody looks at a screen
_JOINER = "\u200d"  # holds emoji together


def exit_code(error: Error) -> int:
    """10 + the number that the status has in the C ABI."""
    return 10 + list(Status).index(error.status)


def plain(value: object) -> str:
    """Text of people as a terminal or a picture may have it: no control characters, no change of direction."""
    return "".join(sign if sign.isprintable() or sign == _JOINER else "\ufffd" for sign in str(value))


def when(moment: datetime | None) -> str:
    """A time for people, in UTC; "" for none."""
    return "" if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> RenderableType:
    """A table of texts; nothing in a cell is taken for markup."""
    answer = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in columns:
        answer.add_column(column, overflow="fold")
    for row in rows:
        answer.add_row(*(_cell(value) for value in row))
    return answer if answer.row_count else line("none", "dim")


def facts(pairs: Mapping[str, object]) -> Table:
    """Names and values below each other; what is empty is left out."""
    answer = Table.grid(padding=(0, 2))
    answer.add_column(style="bold")
    answer.add_column(overflow="fold")
    for name, value in pairs.items():
        if value not in (None, ""):
            answer.add_row(Text(name), _cell(value))
    return answer


def line(text: object, style: str = "") -> Text:
    """One line of text."""
    return Text(plain(text), style=style)


def _cell(value: object) -> Text:
    if isinstance(value, Text):
        return value
    return Text("" if value is None else when(value) if isinstance(value, datetime) else plain(value))


class Teller:
    """Says answers on stdout and errors on stderr, as people or scripts want them."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.errors = _console(stderr=True)

    def answer(self, data: Mapping[str, Any], *shown: RenderableType) -> None:
        """Says an answer: `data` to scripts, what is `shown` to people."""
        if self.as_json:
            click.echo(json.dumps(data, ensure_ascii=False))
        else:
            console = _console(stderr=False)
            for one in shown:
                console.print(one, soft_wrap=isinstance(one, Text))  # a line may be copied into a shell

    def note(self, text: str) -> None:
        """Says on stderr, to people only, what they should know beside the answer."""
        if not self.as_json:
            self._warn(line(f"note: {text}", "yellow"))

    def failed(self, error: Error) -> None:
        """Says why nothing was done, and what helps."""
        code = word_of(error.code)
        if self.as_json:
            told = {
                "code": code,
                "status": error.status.value,
                "text": error.text,
                "fields": [{"field": field, "message": message} for field, message in error.fields],
                "remedy": error.remedy,
                "retriable": error.retriable,
            }
            click.echo(json.dumps({"error": told}, ensure_ascii=False), err=True)
            return
        self._warn(line(f"error: {error.text}", "bold red"))
        for field, message in error.fields:
            self._warn(line(f"  {field}: {message}"))
        helps = error.remedy or ("the same again, later" if error.retriable else "")
        self._warn(line(f"code: {code}" + (f"   what helps: {helps}" if helps else "")))

    def _warn(self, text: Text) -> None:
        self.errors.print(text, soft_wrap=True)


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, markup=False, emoji=False, highlight=False)
    if not console.is_terminal:
        console.width = _PIPE_WIDTH
    return console
