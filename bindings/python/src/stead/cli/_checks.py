"""What `stead doctor` looks at. Every check answers with findings and changes nothing."""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Any

from .. import _core
from .._engine import Engine
from . import _sqlite
from ._opening import Place

_ROOM = 100 * 1024 * 1024
_CLOCK_SLACK = 60  # seconds
_SHARED_KINDS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "ceph", "afs", "glusterfs"})


class State(StrEnum):
    """What a check found."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True)
class Finding:
    """One line of the doctor."""

    check: str
    state: State
    text: str
    remedy: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The finding for scripts."""
        return {"check": self.check, "state": self.state.value, "text": self.text, "remedy": self.remedy}


def _ok(check: str, text: str) -> Finding:
    return Finding(check, State.OK, text)


def versions() -> Finding:
    """Whether package, header and library are of one version."""
    library = _core.version() or ""
    header = _dotted(_core.HEADER_VERSION)
    try:
        package = metadata.version("stead")
    except metadata.PackageNotFoundError:
        text = f"library {library}; the package is not installed"
        return Finding("version", State.WARNING, text, "pip install stead")
    if {library, header, package} == {library}:
        return _ok("version", f"library, header and package are {library}")
    text = f"library {library}, header {header}, package {package}"
    return Finding("version", State.FAULT, text, "install the package again: pip install --force-reinstall stead")


def _dotted(number: int) -> str:
    return f"{number // 1_000_000}.{number // 1_000 % 1_000}.{number % 1_000}"


def sqlite() -> Finding:
    """Whether this process has one SQLite, so that Python's sqlite3 may open a store that Stead has open."""
    ours, pythons = _sqlite.of_stead(), _sqlite.of_python()
    if ours is None:
        return Finding("SQLite", State.WARNING, "the SQLite of Stead cannot be told from outside", "")
    if pythons is None:
        return _ok("SQLite", f"{ours}; this Python has no sqlite3")
    if ours.address == pythons.address:
        return _ok("SQLite", f"{ours}, the same for Stead and Python's sqlite3")
    text = f"Stead runs {ours}, Python's sqlite3 {pythons}: two copies in one process"
    remedy = "open no store with sqlite3 in a process where Stead has it open, or use a Python with the system's SQLite"
    return Finding("SQLite", State.WARNING, text, remedy)


def store_file(place: Place) -> Iterator[Finding]:
    """The file and its folder, before anybody opens it."""
    store, folder = place.store, place.store.absolute().parent
    if not store.is_file():
        yield Finding("store", State.FAULT, f"there is no store at {store}", "stead init")
        return
    if not os.access(store, os.R_OK | os.W_OK) or not os.access(folder, os.W_OK | os.X_OK):
        yield Finding("store", State.FAULT, f"{store} or its folder cannot be written", f"chown or chmod {store}")
        return
    yield _ok("store", f"{store}, {store.stat().st_size:,} bytes")
    yield _journal(store)
    yield _disk(folder)
    yield _file_system(folder)
    yield _clock(store)


def _journal(store: Path) -> Finding:
    # The header says it; closing a file that SQLite has open here would drop its locks, so this comes before opening.
    with open(store, "rb") as stream:
        versions = stream.read(20)[18:20]
    if versions == b"\x02\x02":
        return _ok("journal", "WAL")
    return Finding("journal", State.WARNING, "the store is not in WAL mode", "open it once with Stead: stead status")


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    text = f"{free // (1024 * 1024):,} MiB free"
    return _ok("disk", text) if free >= _ROOM else Finding("disk", State.WARNING, text, "make room")


def _file_system(folder: Path) -> Finding:
    kind = _kind_of(folder)
    if kind in _SHARED_KINDS:
        text = f"the store lies on {kind}, where processes of several machines cannot share a WAL"
        return Finding("file system", State.FAULT, text, "move the store to a disk of this machine")
    return _ok("file system", kind)


def _kind_of(folder: Path) -> str:
    """Kind of the file system, by the longest mount point that holds the folder."""
    best = (0, "unknown")
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return best[1]
    for mount in mounts:
        before, _, after = mount.partition(" - ")
        point = before.split()[4].encode().decode("unicode_escape")
        if folder.resolve().is_relative_to(point) and len(point) >= best[0]:
            best = (len(point), after.split()[0])
    return best[1]


def _clock(store: Path) -> Finding:
    written = max(file.stat().st_mtime for file in (store, Path(f"{store}-wal")) if file.exists())
    ahead = written - time.time()
    if ahead <= _CLOCK_SLACK:
        return _ok("clock", "not behind the store")
    text = f"the clock is {ahead:,.0f} seconds behind the last write to the store"
    return Finding("clock", State.FAULT, text, "set the clock; entries of the audit trail never go back in time")


def secret_file(place: Place) -> Finding:
    """The file with the secret."""
    file = place.secret_file
    try:
        about = file.stat()
    except OSError as error:
        return Finding("secret", State.FAULT, f"{file}: {error.strerror}", "say where it is: --secret-file")
    mode = stat.S_IMODE(about.st_mode)
    if about.st_size != _core.SECRET_BYTES:
        text = f"{file} holds {about.st_size} bytes, a secret has exactly {_core.SECRET_BYTES}"
        return Finding("secret", State.FAULT, text, "put back the secret that the store was made with")
    if mode & 0o077:
        return Finding("secret", State.FAULT, f"{file} may be read by others (mode {mode:04o})", f"chmod 600 {file}")
    if about.st_uid != os.geteuid():
        return Finding("secret", State.WARNING, f"{file} belongs to user {about.st_uid}, not to the one who runs this")
    if place.given_secret_file is None:
        text = f"{file} lies beside the store, where a backup takes both"
        return Finding("secret", State.WARNING, text, "keep it elsewhere and tell --secret-file")
    return _ok("secret", f"{file}, mode {mode:04o}")


def dead_letters(engine: Engine) -> Finding:
    """Messages that could not be delivered."""
    total = engine.outbox.dead_letters(page_size=1).total
    if total == 0:
        return _ok("mail", "no dead letters")
    return Finding("mail", State.WARNING, f"{total:,} messages were given up", "stead outbox dead-letters")
