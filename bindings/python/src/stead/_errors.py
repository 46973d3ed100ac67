"""Exceptions: one class for each status, all under `Error`, each also of the built-in kind that one would catch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from ._codes import Code, Status


class FieldError(NamedTuple):
    """What is wrong with one member of a request."""

    field: str
    """RFC 6901 pointer of the member, e.g. "/signers/0/emailAddress"."""
    message: str
    """What is wrong with it, for people."""


class Error(Exception):
    """A call to Stead failed; nothing of it was done. `str(error)` is one line for people and never holds a secret."""

    status: ClassVar[Status] = Status.INTERNAL

    code: Code | str
    """What exactly happened; a plain str when this version of the package does not know the code."""
    text: str
    """One line for people: what was wrong and what to do."""
    retriable: bool
    """Whether the same call may succeed later without any change."""
    remedy: str
    """The verb that mends a refusal, e.g. "identity.resend"; "" where there is none."""
    fields: tuple[FieldError, ...]
    """Every member of the request that is at fault, all at once."""

    def __init__(
        self,
        text: str,
        *,
        code: Code | str = Code.INTERNAL_ERROR,
        retriable: bool = False,
        remedy: str = "",
        fields: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(text)
        self.text = text
        self.code = code_of(code)
        self.retriable = retriable
        self.remedy = remedy
        self.fields = tuple(FieldError(field, message) for field, message in fields)

    def __str__(self) -> str:
        parts = [self.text, *(f"{field}: {message}" for field, message in self.fields)]
        return "; ".join(parts)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r}, code={word_of(self.code)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        members = (word_of(self.code), self.retriable, self.remedy, tuple(map(tuple, self.fields)))
        return _remade, (type(self), self.text, *members)


class Invalid(Error, ValueError):
    """The request breaks a rule of form; `errors` names every field at fault."""

    status = Status.INVALID

    @property
    def errors(self) -> tuple[FieldError, ...]:
        """Every member of the request that is at fault, all at once; the same as `fields`."""
        return self.fields


class Refused(Error, PermissionError):
    """Well formed, but not allowed; `code` names the rule and `remedy` the verb that mends it."""

    status = Status.REFUSED


class NotFound(Error, LookupError):
    """No such thing, or none that the caller may see."""

    status = Status.NOT_FOUND


class Conflict(Error, RuntimeError):
    """The state has moved, or the thing exists already: read again."""

    status = Status.CONFLICT


class Unauthenticated(Error, PermissionError):
    """The credential is not good."""

    status = Status.UNAUTHENTICATED


class LimitExceeded(Error, RuntimeError):
    """A size or a rate exceeds its limit."""

    status = Status.LIMIT


class Busy(Error, TimeoutError):
    """Another writer held the store for too long; try again."""

    status = Status.BUSY


class StorageFailed(Error, OSError):
    """The store could not be read or written, or does not fit; an operator is needed."""

    status = Status.STORAGE


class Misuse(Error, RuntimeError):
    """A defect in the calling program, e.g. a closed engine or one that was opened before a fork."""

    status = Status.MISUSE


class Internal(Error, RuntimeError):
    """A defect in Stead; please report it. Also every status that this version of the package does not know."""

    status = Status.INTERNAL


_CLASSES: dict[str, type[Error]] = {
    kind.status.value: kind
    for kind in (
        Invalid,
        Refused,
        NotFound,
        Conflict,
        Unauthenticated,
        LimitExceeded,
        Busy,
        StorageFailed,
        Misuse,
        Internal,
    )
}


def code_of(word: str) -> Code | str:
    """The code of that word; the word itself when this version of the package does not know it."""
    try:
        return Code(word)
    except ValueError:
        return word


def word_of(code: Code | str) -> str:
    """The word of a code as it crosses the C ABI."""
    return code.value if isinstance(code, Code) else code


def failure(
    status: str, code: str, text: str, retriable: bool, remedy: str, fields: Sequence[tuple[str, str]]
) -> Error:
    """The exception for an error object of the C ABI; the native layer raises what this returns."""
    kind = _CLASSES.get(status, Internal)
    return kind(text, code=code, retriable=retriable, remedy=remedy, fields=fields)


def _remade(
    kind: type[Error], text: str, code: str, retriable: bool, remedy: str, fields: Sequence[tuple[str, str]]
) -> Error:
    return kind(text, code=code, retriable=retriable, remedy=remedy, fields=fields)
