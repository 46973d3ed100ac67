"""Records: typed, frozen views of the JSON objects that cross the C ABI."""

from __future__ import annotations

import copy
import inspect
import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar, Self, dataclass_transform

from ._codes import Code
from ._errors import code_of
from ._wire import UNSET, member_name, moment, to_wire


class Member:
    """One member of a record class: reads the JSON member and keeps the converted value."""

    def __init__(self, name: str, default: Any) -> None:
        self.name = name
        self.wire = member_name(name)
        self.default = default
        self.convert: Callable[[Any], Any] | None = None

    @property
    def required(self) -> bool:
        """Whether the JSON member is always there."""
        return self.default is UNSET

    def __get__(self, record: Record | None, owner: type[Record]) -> Any:
        if record is None:
            return self
        if self.convert is None:
            owner._learn()
        try:
            raw = record._raw[self.wire]
        except KeyError:
            if self.required:
                raise AttributeError(f"the {owner.__name__} came without {self.wire}") from None
            value = self.default
        else:
            value = None if raw is None else typing.cast("Callable[[Any], Any]", self.convert)(raw)
        record.__dict__[self.name] = value  # found there from now on, before this descriptor is asked
        return value


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record:
    """A typed, frozen JSON object.

    Attributes are named as the members, in snake_case; times are aware datetimes in UTC, words are enums. Members that
    this version of the package does not know are kept too: `to_dict()` gives back exactly what came.
    """

    _raw: dict[str, Any]
    _members: ClassVar[dict[str, Member]] = {}
    _secret: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own: dict[str, Member] = {}
        for name in inspect.get_annotations(cls):
            if not name.startswith("_"):
                own[name] = Member(name, cls.__dict__.get(name, UNSET))
                setattr(cls, name, own[name])
        cls._members = {**cls._members, **own}

    def __init__(self, **members: Any) -> None:
        known = type(self)._members
        if unknown := sorted(members.keys() - known.keys()):
            raise TypeError(f"{type(self).__name__} has no member {', '.join(unknown)}")
        if missing := [name for name, member in known.items() if member.required and name not in members]:
            raise TypeError(f"{type(self).__name__} needs {', '.join(missing)}")
        raw = {
            known[name].wire: to_wire(value)
            for name, value in members.items()
            if value is not None or known[name].required
        }
        self.__dict__["_raw"] = raw

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        """A record of a JSON object, e.g. one that `to_dict()` gave."""
        record = cls.__new__(cls)
        record.__dict__["_raw"] = dict(raw)
        return record

    @classmethod
    def from_json(cls, text: str) -> Self:
        """A record of the JSON text of an object."""
        return cls.from_dict(json.loads(text))

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, exactly as it came: camelCase names, times in Unix milliseconds. The caller's own copy."""
        return copy.deepcopy(self._raw)

    @classmethod
    def _learn(cls) -> None:
        """Finds out how members are converted; late, so that classes may name each other."""
        for base in cls.__mro__:
            if not issubclass(base, Record):
                continue
            hints = typing.get_type_hints(base)
            for name, member in vars(base).items():
                if isinstance(member, Member):
                    member.convert = converter(hints[name])

    if not typing.TYPE_CHECKING:  # a type checker would take it that any attribute may be set

        def __setattr__(self, name, value):
            raise AttributeError(f"{type(self).__name__} is frozen")

        def __delattr__(self, name):
            raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._raw == other._raw

    def __hash__(self) -> int:
        return hash((type(self), json.dumps(self._raw, sort_keys=True)))

    def __repr__(self) -> str:
        shown = []
        for name, member in type(self)._members.items():
            if member.wire in self._raw:
                shown.append(f"{name}={'…' if name in self._secret else repr(getattr(self, name))}")
        return f"{type(self).__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_dict, (self._raw,)


def converter(hint: Any) -> Callable[[Any], Any]:
    """The function that turns a JSON value into a Python value of the type `hint`."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        kinds = [kind for kind in arguments if kind is not type(None)]
        return code_of if Code in kinds else converter(kinds[0])
    if origin in (tuple, Sequence):
        item = converter(arguments[0])
        return lambda values: tuple(item(value) for value in values)
    if origin is Mapping:
        return lambda value: types.MappingProxyType(copy.deepcopy(value))
    if isinstance(hint, type):
        if issubclass(hint, Record):
            return hint.from_dict
        if issubclass(hint, datetime):
            return moment
        if issubclass(hint, Enum):
            return hint
    return lambda value: value
