"""`stead outbox`."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from itertools import islice
from pathlib import Path

import click

from ..records.outbox import Message
from ..records.people import Person
from ._opening import Place, answer_is_no, at_store
from ._telling import line, table

Deliver = Callable[[Message], None]
_PATIENCE = 60  # seconds for one mail; the lease is longer
_LEASE = 5 * _PATIENCE


class _NotDelivered(Exception):
    """Why, in one line."""


@click.group()
def outbox() -> None:
    """Deliver mails, and see those that could not be."""


@outbox.command("dead-letters")
@at_store
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="How many at most.")
def dead_letters(place: Place, limit: int) -> None:
    """List the messages that were given up, newest first."""
    with place.open() as engine:
        page = engine.outbox.dead_letters(page_size=min(limit, 100))
        found = list(islice(page, limit))
    place.say.answer(
        {"items": [one.to_dict() for one in found], "total": page.total, "totalCapped": page.total_capped},
        table(
            ("what", "to", "planned", "attempts", "last error", "id"),
            ((one.kind, one.to.email, one.created_at, one.attempts, one.error, one.id) for one in found),
        ),
        line(f"{len(found)} of {page.total}"),
    )


@outbox.command()
@at_store
@click.option("--command", "program", metavar="COMMAND", help='Gets each mail on stdin, e.g. "sendmail -t -i".')
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help="Gets each mail as a file, <id>.eml.")
@click.option("--max", "most", type=click.IntRange(min=1), help="How many at most; all that are due unless told.")
def deliver(place: Place, program: str | None, folder: Path | None, most: int | None) -> None:
    """Hand the mails that are due to a command or a folder.

    What was not taken is tried again later; the exit code is then 1. The mails hold secret links: only their
    receivers may read them.
    """
    if (program is None) == (folder is None):
        raise click.UsageError("say either --command or --folder")
    hand_over = _to_command(program) if program is not None else _to_folder(folder or Path())
    items: list[dict[str, object]] = []
    with place.open() as engine:
        while most is None or len(items) < most:
            mails = engine.outbox.take(max=1, lease=timedelta(seconds=_LEASE))
            for mail in mails:
                error = _tried(hand_over, mail)
                if error is None:
                    engine.outbox.ack(mail)
                else:
                    engine.outbox.fail(mail, reason=error)
                items.append({"id": mail.id, "kind": mail.kind, "to": mail.to.email, "error": error})
            if not mails:
                break
    count = Counter(item["error"] is None for item in items)
    place.say.answer(
        {"items": items, "delivered": count[True], "failed": count[False]},
        table(
            ("what", "to", "delivered", "id"),
            ((one["kind"], one["to"], one["error"] or "yes", one["id"]) for one in items),
        ),
        line(f"{count[True]} delivered, {count[False]} not"),
    )
    if count[False]:
        raise answer_is_no()


def mail_of(message: Message) -> EmailMessage:
    """The message as an e-mail, which holds its id so that a second delivery can be known."""
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"] = f"<{message.id}@{message.from_.email.rpartition('@')[2]}>"
    mail["Date"] = format_datetime(message.created_at)
    mail["From"], mail["To"] = _address(message.from_), _address(message.to)
    if message.sender is not None:
        mail["Sender"] = _address(message.sender)
    if message.reply_to is not None:
        mail["Reply-To"] = _address(message.reply_to)
    mail["Subject"] = message.subject
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.text)
    mail.add_alternative(message.html, subtype="html")
    return mail


def _address(person: Person) -> Address:
    return Address(display_name=person.name, addr_spec=person.email)


def _tried(hand_over: Deliver, message: Message) -> str | None:
    try:
        hand_over(message)
    except (_NotDelivered, OSError) as error:
        return " ".join(str(error).split())[:200]
    return None


def _to_command(program: str) -> Deliver:
    words = shlex.split(program)

    def hand_over(message: Message) -> None:
        try:
            done = subprocess.run(words, input=mail_of(message).as_bytes(), capture_output=True, timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            raise _NotDelivered(f"{words[0]} took longer than {_PATIENCE} seconds") from None
        if done.returncode:
            raise _NotDelivered(f"{words[0]} ended with {done.returncode}")

    return hand_over


def _to_folder(folder: Path) -> Deliver:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def hand_over(message: Message) -> None:
        half = folder / f".{message.id}.half"
        half.unlink(missing_ok=True)
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(mail_of(message).as_bytes())
        half.rename(folder / f"{message.id}.eml")  # whoever watches the folder sees whole mails only

    return hand_over
