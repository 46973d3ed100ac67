"""The generic record of the C ABI: a JSON object by RFC 6901 pointers, within the limits of the edge."""

from __future__ import annotations

import json
from enum import IntEnum
from typing import Any

from . import _core


class Kind(IntEnum):
    """What stands at a place of a record; tells null from absent."""

    ABSENT = _core.KIND_ABSENT
    NULL = _core.KIND_NULL
    BOOLEAN = _core.KIND_BOOLEAN
    INTEGER = _core.KIND_INTEGER
    NUMBER = _core.KIND_NUMBER
    TEXT = _core.KIND_TEXT
    ARRAY = _core.KIND_ARRAY
    OBJECT = _core.KIND_OBJECT


class RawRecord:
    """A JSON object as the C ABI holds it. Requests and answers do not need it; it is for what they do not cover.

    Places are RFC 6901 pointers, e.g. "/signers/0/email"; "-" appends to a list. Setting makes what is missing on the
    way. Raises Invalid (malformedArgument, malformedRecord) and LimitExceeded (tooLarge). Source: design 8.
    """

    __slots__ = ("_handle",)

    def __init__(self, content: str | bytes | None = None) -> None:
        """An empty record, or one read from JSON text of at most 1 MiB."""
        self._handle = _core.record_new() if content is None else _core.record_parse(content)

    def __getitem__(self, pointer: str) -> Any:
        """The value at `pointer`: None, bool, int, float, str, or a RawRecord for an object; a list as JSON has it.

        Raises KeyError when nothing stands there.
        """
        match self.kind(pointer):
            case Kind.ABSENT:
                raise KeyError(pointer)
            case Kind.NULL:
                return None
            case Kind.BOOLEAN:
                return bool(_core.record_boolean(self._handle, pointer))
            case Kind.INTEGER:
                return _core.record_integer(self._handle, pointer)
            case Kind.NUMBER:
                return _core.record_number(self._handle, pointer)
            case Kind.TEXT:
                return _core.record_text(self._handle, pointer)
            case Kind.ARRAY:
                return [self[f"{pointer}/{index}"] for index in range(self.count(pointer))]
            case Kind.OBJECT:
                copy = RawRecord.__new__(RawRecord)
                copy._handle = _core.record_copy(self._handle, pointer)
                return copy

    def __setitem__(self, pointer: str, value: Any) -> None:
        """Sets a value: None, bool, int, float, str, a list, a mapping or a RawRecord."""
        match value:
            case None:
                _core.record_set_null(self._handle, pointer)
            case bool():
                _core.record_set_boolean(self._handle, pointer, value)
            case int():
                _core.record_set_integer(self._handle, pointer, value)
            case float():
                _core.record_set_number(self._handle, pointer, value)
            case str():
                _core.record_set_text(self._handle, pointer, value)
            case RawRecord():
                _core.record_set_record(self._handle, pointer, value._handle)
            case dict():
                _core.record_set_record(self._handle, pointer, _core.record_parse(json.dumps(value)))
            case list() | tuple():
                _core.record_set_array(self._handle, pointer)
                for index, item in enumerate(value):
                    self[f"{pointer}/{index}"] = item
            case _:
                raise TypeError(f"{type(value).__name__} has no place in a record")

    def __delitem__(self, pointer: str) -> None:
        """Removes what stands at `pointer`; absent is fine."""
        _core.record_remove(self._handle, pointer)

    def __contains__(self, pointer: str) -> bool:
        return self.kind(pointer) is not Kind.ABSENT

    def kind(self, pointer: str) -> Kind:
        """What stands at `pointer`."""
        return Kind(_core.record_kind(self._handle, pointer))

    def count(self, pointer: str = "") -> int:
        """Number of elements of the list or members of the object at `pointer`; 0 for anything else."""
        return _core.record_count(self._handle, pointer)

    def keys(self, pointer: str = "") -> list[str]:
        """Names of the members of the object at `pointer`, sorted."""
        names = (_core.record_key_at(self._handle, pointer, index) for index in range(self.count(pointer)))
        return [name for name in names if name is not None]

    def member(self, pointer: str, key: str) -> str | None:
        """The text of a member whose name is user data, taken as it is; None when there is no text."""
        return _core.record_member_text(self._handle, pointer, key)

    def set_member(self, pointer: str, key: str, text: str | None) -> None:
        """Sets a member whose name is user data, taken as it is; None sets null."""
        _core.record_set_member(self._handle, pointer, key, text)

    def to_json(self) -> str:
        """The record as compact JSON text."""
        return _core.record_json(self._handle)

    def to_dict(self) -> dict[str, Any]:
        """The record as a dict."""
        answer: dict[str, Any] = json.loads(self.to_json())
        return answer

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, RawRecord) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # it changes

    def __repr__(self) -> str:
        return f"<RawRecord of {self.count()} members>"
