"""`stead init`."""

from __future__ import annotations

import os
import secrets
import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from .. import _core
from .._errors import Conflict
from ..records.people import Person
from ._opening import Place, at_store
from ._telling import facts, line


@click.command()
@at_store
@click.option("--account", help="Name of a first account.")
@click.option("--admin-name", help="Name of its Admin.")
@click.option("--admin-email", help="E-mail address of its Admin.")
def init(place: Place, account: str | None, admin_name: str | None, admin_email: str | None) -> None:
    """Make a store, and at wish a first account.

    A secret file that is told and not there is made, readable by its owner only. Keep it apart from backups of the
    store.
    """
    given = [option is not None for option in (account, admin_name, admin_email)]
    if any(given) and not all(given):
        raise click.UsageError("--account, --admin-name and --admin-email go together")
    if place.exists():
        raise Conflict(f"there is a file at {place.store} already", code="storeExists", remedy="stead status")
    with _left_as_it_was(place):
        if place.given_secret_file is not None:
            _make_secret(place.given_secret_file)
        with place.make() as engine:
            answer = {"store": engine.path, "secretFile": str(place.secret_file), "warning": engine.warning}
            if account and admin_name and admin_email:
                made = engine.accounts.create(name=account, admin=Person(name=admin_name, email=admin_email))
                answer |= {"accountId": made.id, "adminUserId": made.admin_user_id}
    place.say.answer(
        answer,
        facts(
            {
                "store": answer["store"],
                "secret": answer["secretFile"],
                "account": answer.get("accountId"),
                "Admin": answer.get("adminUserId"),
            }
        ),
        line(_exports(answer)),
        line(f"keep {answer['secretFile']} apart from backups of the store", "yellow"),
    )


def _exports(made: Mapping[str, str]) -> str:
    """What to tell a shell, so that the other commands know where and who."""
    names = {"STEAD_STORE": "store", "STEAD_SECRET_FILE": "secretFile", "STEAD_USER": "adminUserId"}
    return "export " + " ".join(f"{name}={shlex.quote(made[told])}" for name, told in names.items() if told in made)


def _make_secret(file: Path) -> None:
    with suppress(FileExistsError):
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "wb") as stream:
            stream.write(secrets.token_bytes(_core.SECRET_BYTES))


@contextmanager
def _left_as_it_was(place: Place) -> Iterator[None]:
    """Takes away what this command has made when it fails, so that it can be run again."""
    beside = [place.store.with_name(place.store.name + end) for end in ("", "-wal", "-shm", ".lock")]
    ours = [file for file in (*beside, place.secret_file) if not file.exists()]
    try:
        yield
    except BaseException:
        for file in ours:
            file.unlink(missing_ok=True)
        raise
