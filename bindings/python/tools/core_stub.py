"""Writes the stub of stead._core from what the built module says of itself.

usage: core_stub.py          writes src/stead/_core.pyi
       core_stub.py --check  ends with 1 when the file is not what the module makes
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from stead import _core

STUB = Path(__file__).resolve().parent.parent / "src/stead/_core.pyi"
HEAD = """\"\"\"stead.h, function by function. Made by tools/core_stub.py; do not edit.\"\"\"

from typing import Final, Never, Self

from typing_extensions import disjoint_base
"""
INIT = "    def __init__(self, /, *args: Never, **kwargs: Never) -> None: ..."
ASKER = '''
@disjoint_base
class Asker:
    """Asks the hot question of a session."""

    def __new__(cls, session: Session, *rest: object) -> Self: ...
    def may(self, operation: str, /, *, for_: str | None = None) -> bool: ...
'''


def signature(name: str) -> str:
    """`name` as a stub declares it, by the first line of its documentation."""
    doc: str = getattr(_core, name).__doc__
    found = re.match(rf"{name}\((.*)\) -> (.*)", doc)
    if found is None:
        raise SystemExit(f"{name} does not tell its signature: {doc!r}")
    arguments, answer = (
        text.replace("stead._core.", "")
        .replace("typing.SupportsInt | typing.SupportsIndex", "int")
        .replace("typing.SupportsFloat | typing.SupportsIndex", "float")
        for text in found.groups()
    )
    return f"def {name}({arguments + ', /' if arguments else ''}) -> {answer}: ..."


def stub() -> str:
    """The whole stub."""
    names = [name for name in sorted(vars(_core)) if not name.startswith("_")]
    handles = [name for name in names if isinstance(getattr(_core, name), type) and name != "Asker"]
    constants = [name for name in names if isinstance(getattr(_core, name), int)]
    functions = [name for name in names if name not in (*handles, *constants, "Asker")]
    lines = [HEAD]
    lines += [f"{name}: Final[int]" for name in constants]
    for name in handles:
        lines += ["", f"class {name}:", f'    """{getattr(_core, name).__doc__.strip()}"""', "", INIT]
    lines += [ASKER]
    lines += [signature(name) for name in functions]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        if STUB.read_text() != stub():
            sys.exit(f"{STUB.name} is not what the module makes: run tools/core_stub.py")
    else:
        STUB.write_text(stub())
