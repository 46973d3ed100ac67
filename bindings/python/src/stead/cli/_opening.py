"""How commands get at a store and a session: the options they share, and what happens when it fails."""

from __future__ import annotations

import functools
import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from .. import _core
from .._engine import Engine
from .._errors import Error, Invalid, NotFound, StorageFailed, Unauthenticated
from .._session import Session
from .._wire import dump
from ._telling import Teller, exit_code

_FILE = click.Path(dir_okay=False, path_type=Path)
_OPTIONS_HELP = "JSON file of open options, e.g. publicUrl, mailFrom, consentLapseDays."


class Place:
    """Where the store is and how it is to be opened."""

    def __init__(self, store: Path, secret_file: Path | None, options_file: Path | None, *, as_json: bool) -> None:
        self.store = store
        self.given_secret_file = secret_file
        self.options_file = options_file
        self.say = Teller(as_json=as_json)

    @property
    def secret_file(self) -> Path:
        """The file with the secret: the one that was told, else the one beside the store."""
        return self.given_secret_file or self.store.with_name(self.store.name + ".secret")

    def exists(self) -> bool:
        """Whether there is a file."""
        return self.store.exists()

    def secret(self) -> bytes | None:
        """The secret that was told by --secret-file; None leaves it to the engine."""
        return None if self.given_secret_file is None else _secret_of(self.given_secret_file)

    def options(self) -> dict[str, Any]:
        """The members of --options; the engine judges them."""
        if self.options_file is None:
            return {}
        try:
            options = json.loads(self.options_file.read_bytes())
        except ValueError:
            options = None
        if not isinstance(options, dict):
            raise Invalid(f"{self.options_file} holds no JSON object", code="malformedRecord")
        return options

    @contextmanager
    def open(self, **more: Any) -> Iterator[Engine]:
        """The store, which has to be there. `more`: open options that this command insists on."""
        if not self.exists():
            raise NotFound(f"there is no store at {self.store}", code="storeMissing", remedy="stead init")
        with self.make(**more) as engine:
            yield engine

    @contextmanager
    def make(self, **more: Any) -> Iterator[Engine]:
        """The store, made as needed."""
        name = os.fspath(self.store)
        options = dump({**self.options(), **more})
        with Engine(_core.engine_open_v(_core.HEADER_VERSION, name, options, self.secret()), name) as engine:
            yield engine


def _secret_of(file: Path) -> bytes:
    try:
        secret = file.read_bytes()
        mode = stat.S_IMODE(file.stat().st_mode)
    except FileNotFoundError:
        raise NotFound(f"there is no secret file {file}", code="secretMissing", remedy="--secret-file") from None
    if len(secret) != _core.SECRET_BYTES:
        text = f"{file} holds {len(secret)} bytes; a secret has exactly {_core.SECRET_BYTES}"
        raise Invalid(text, code="malformedSecret", remedy="--secret-file")
    if mode & 0o077:
        text = f"{file} may be read by others (mode {mode:04o})"
        raise Invalid(text, code="secretReadable", remedy=f"chmod 600 {file}")
    return secret


class Caller:
    """Who asks: a user of the store, known to the host or by an API key."""

    def __init__(self, user: str | None, key_file: Path | None) -> None:
        self.user = user
        self.key_file = key_file

    def told(self) -> bool:
        """Whether anybody was told."""
        return bool(self.user or self.key_file)

    @contextmanager
    def session(self, engine: Engine) -> Iterator[Session]:
        """A session of that user."""
        if self.key_file is not None:
            with engine.session_with_key(
                self.key_file.read_text(encoding="utf-8", errors="replace").strip()
            ) as session:
                yield session
        elif self.user is not None:
            with engine.session(self.user) as session:
                yield session
        else:
            text = "this command acts as a user: say which by --user (or STEAD_USER), or --key-file"
            raise Unauthenticated(text, code="badCredential", remedy="--user")


Command = Callable[..., None]
"""What click calls: everything arrives by the name of its option."""


def at_store(body: Command) -> Command:
    """Gives a command --store, --secret-file, --options and --json: they arrive as its first argument."""

    @click.option("--store", type=_FILE, envvar="STEAD_STORE", show_envvar=True, required=True, help="The store.")
    @click.option("--secret-file", type=_FILE, envvar="STEAD_SECRET_FILE", show_envvar=True, help="Its secret.")
    @click.option("--options", "options_file", type=_FILE, envvar="STEAD_OPTIONS", show_envvar=True, help=_OPTIONS_HELP)
    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
    @functools.wraps(body)
    def command(
        *, store: Path, secret_file: Path | None, options_file: Path | None, as_json: bool, **given: Any
    ) -> None:
        place = Place(store, secret_file, options_file, as_json=as_json)
        with told(place.say):
            body(place, **given)

    return command


def as_user(body: Command) -> Command:
    """Gives a command of a store --user and --key-file: they arrive as its second argument."""

    @click.option("--user", envvar="STEAD_USER", show_envvar=True, help="Id of the user who asks.")
    @click.option("--key-file", type=_FILE, envvar="STEAD_KEY_FILE", show_envvar=True, help="File with an API key.")
    @functools.wraps(body)
    def command(place: Place, *, user: str | None, key_file: Path | None, **given: Any) -> None:
        body(place, Caller(user, key_file), **given)

    return command


@contextmanager
def told(say: Teller) -> Iterator[None]:
    """Tells what goes wrong in the block, and ends the program with the exit code of it."""
    try:
        yield
    except Error as error:
        say.failed(error)
        raise click.exceptions.Exit(exit_code(error)) from None
    except BrokenPipeError:
        raise  # whoever read has seen enough
    except OSError as error:
        what = ": ".join(str(part) for part in (error.filename, error.strerror or error) if part)
        failure = StorageFailed(what, code="fileFailed")
        say.failed(failure)
        raise click.exceptions.Exit(exit_code(failure)) from None


def answer_is_no() -> click.exceptions.Exit:
    """What a command raises when it was done and the answer is no."""
    return click.exceptions.Exit(1)
