"""How Python values cross the C ABI: snake_case to camelCase, times to Unix milliseconds, records to JSON objects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any, Final, Protocol, runtime_checkable

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_LAST: Final = datetime.max.replace(tzinfo=UTC)
_LAST_MS: Final = (_LAST - EPOCH) // _MILLISECOND


class Unset(Enum):
    """The type of `UNSET`."""

    UNSET = "UNSET"

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False


UNSET: Final = Unset.UNSET
"""An argument that is left out. None is not the same: it crosses as null, which in an update clears."""


@runtime_checkable
class HasDict(Protocol):
    """What turns into a JSON object by itself: records."""

    def to_dict(self) -> dict[str, Any]: ...


@cache
def member_name(name: str) -> str:
    """The JSON member for a Python name: "created_at" -> "createdAt", "from_" -> "from"."""
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(part.capitalize() for part in rest)


def milliseconds(time: datetime) -> int:
    """Unix milliseconds of an aware datetime; parts of a millisecond are cut off."""
    if time.tzinfo is None or time.utcoffset() is None:
        raise ValueError(f"a time needs a time zone, as in datetime.now(UTC): {time!r}")
    return (time - EPOCH) // _MILLISECOND


def moment(ms: int) -> datetime:
    """The time of Unix milliseconds, in UTC. What lies beyond the year 9999 reads as the last moment of it."""
    return EPOCH + ms * _MILLISECOND if ms <= _LAST_MS else _LAST


def duration_ms(duration: timedelta | Unset | None) -> int | Unset | None:
    """Whole milliseconds of a duration."""
    return duration // _MILLISECOND if isinstance(duration, timedelta) else duration


def to_wire(value: Any) -> Any:
    """The value as JSON has it. Names inside mappings are left as they are: they may be user data."""
    match value:
        case Enum():
            return value.value
        case str() | bool() | int() | float() | None:
            return value
        case datetime():
            return milliseconds(value)
        case HasDict():
            return value.to_dict()
        case Mapping():
            return {to_wire(name): to_wire(member) for name, member in value.items()}
        case bytes() | bytearray() | memoryview():
            raise TypeError("bytes have no place in a record")
        case Iterable():
            return [to_wire(item) for item in value]
        case _:
            raise TypeError(f"{type(value).__name__} has no place in a record")


def members(given: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON members of keyword arguments; what is UNSET is left out."""
    return {member_name(name): to_wire(value) for name, value in given.items() if value is not UNSET}


def dump(record: Mapping[str, Any]) -> str:
    """The JSON text of a record."""
    return json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def request(**given: Any) -> str:
    """The JSON text of a request made of keyword arguments."""
    return dump(members(given))
