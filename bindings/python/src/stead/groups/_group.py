"""What the groups have in common."""

from __future__ import annotations

from typing import Generic, TypeVar

from .. import _core

Handle = TypeVar("Handle", _core.Engine, _core.Session)


class Group(Generic[Handle]):
    """Verbs of one subject, over an engine or a session."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Handle) -> None:
        self._handle: Handle = handle

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"
