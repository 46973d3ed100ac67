"""Proves that the tests reached each public C function: the loader notes every symbol when it is first called.

usage: reached.py EXPORTS-FILE EXTENSION-MODULE BINDINGS-LOG…   (logs of LD_DEBUG=bindings)
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path


def early(module: str) -> set[str]:
    """Functions that the loader binds at start, whether they are called or not: none, or the proof is worth nothing."""
    relocations = subprocess.run(["readelf", "-rW", module], capture_output=True, text=True, check=True).stdout
    return {line.split()[-3] for line in relocations.splitlines() if " stead_" in line and "JUMP_SLO" not in line}


def called(logs: list[str]) -> set[str]:
    """Functions of libstead that the module has called."""
    bound = re.compile(r"binding file \S*/_core\.\S+ \[0\] to \S*libstead\.so\S* \[0\]: normal symbol `(stead_\w+)'")
    return {name for log in logs for name in bound.findall(Path(log).read_text(errors="replace"))}


def main() -> int:
    exports, module, *logs = sys.argv[1:]
    functions = set(Path(exports).read_text().split())
    if not functions or early(module):
        print(f"no proof is possible: {len(functions)} functions, bound early: {sorted(early(module))}")
        return 1
    missing = sorted(functions - called(logs))
    if missing:
        print(f"the tests of Python never call {', '.join(missing)}")
        return 1
    print(f"SHOW Python reaches each of the {len(functions)} functions of stead.h")
    return 0


if __name__ == "__main__":
    sys.exit(main())
