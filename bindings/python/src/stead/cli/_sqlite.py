"""Which SQLite this process has, and whether it has two: one copy drops the locks of the other. Source: design 7."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

from .. import _core


@dataclass(frozen=True)
class Copy:
    """A copy of SQLite in this process."""

    version: str
    address: int
    """Where its code lies: the same for the same copy."""

    def __str__(self) -> str:
        return f"SQLite {self.version}"


def of_stead() -> Copy | None:
    """The copy that Stead uses, found as the loader finds it: from the native module on, through what it needs."""
    return _seen_from(_core.__file__)


def of_python() -> Copy | None:
    """The copy that Python's sqlite3 uses; None when this Python has none."""
    try:
        import _sqlite3
        import sqlite3
    except ModuleNotFoundError:
        return None
    seen = _seen_from(getattr(_sqlite3, "__file__", None))
    return seen if seen is not None else Copy(sqlite3.sqlite_version, 0)  # built in, out of the loader's sight


def _seen_from(library: str | None) -> Copy | None:
    try:
        function = ctypes.CDLL(library).sqlite3_libversion
    except (OSError, AttributeError):
        return None
    function.restype = ctypes.c_char_p
    return Copy(function().decode(), ctypes.cast(function, ctypes.c_void_p).value or 0)
