"""How the demo talks to its reader, and how it gives up."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import stead

BOLD, DIM, GREEN, RED, BLUE, PLAIN = (f"\033[{code}m" if sys.stdout.isatty() else "" for code in (1, 2, 32, 31, 34, 0))
RULE = "-" * 75
_numbers = itertools.count(1)


def step(what: str, call: str = "") -> None:
    """A numbered step: what happens in plain words, and the Python call behind it."""
    print(f"\n{BOLD}{next(_numbers):2}. {what}{PLAIN}", flush=True)
    if call:
        say(f"{BLUE}{call}{PLAIN}")


def say(text: str) -> None:
    """A line below a step."""
    print(f"    {text}", flush=True)


def good(text: str) -> None:
    """A good end of a step."""
    say(f"{GREEN}{text}{PLAIN}")


def refused(error: stead.Refused) -> None:
    """A refusal: its code, its text, and the verb that mends it."""
    say(f"{RED}refused: {error.code}{PLAIN}")
    say(error.text)
    if error.remedy:
        say(f"{DIM}remedy: {error.remedy}{PLAIN}")


def mail(message: stead.Message) -> None:
    """A mail in a frame, as its reader would get it."""
    lines = [f"From:     {message.from_.name} <{message.from_.email}>"]
    if message.reply_to:
        lines.append(f"Reply-To: {message.reply_to.name} <{message.reply_to.email}>")
    lines.append(f"To:       {message.to.name} <{message.to.email}>")
    lines.append(f"Subject:  {BOLD}{message.subject}{PLAIN}")
    say(f"{DIM}.{RULE}{PLAIN}")
    for line in [*lines, "", *message.text.splitlines()]:
        say(f"{DIM}|{PLAIN} {line}".rstrip())
    say(f"{DIM}'{RULE}{PLAIN}")


def expect(holds: object, what: str) -> None:
    """Ends the program with `what` unless it holds: the demo checks what it says."""
    if not holds:
        sys.exit(f"\nThe demo expected that {what}, and it is not so.")


@contextmanager
def refusal(code: stead.Code) -> Iterator[None]:
    """What stands inside has to be refused with this code; the refusal is told."""
    try:
        yield
    except stead.Refused as error:
        refused(error)
        expect(error.code == code, f"the reason is {code.value}")
    else:
        expect(False, f"this is refused with {code.value}")
