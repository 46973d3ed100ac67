"""Proves that the tests reached each public C function: the loader notes every symbol when it is first called.

usage: reached.py EXPORTS-FILE BINDINGS-LOG…   (logs of LD_DEBUG=bindings, with extension modules loaded lazily)
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BOUND = re.compile(r"binding file \S*/_core\.\S+ \[0\] to \S*libstead\.so\S* \[0\]: normal symbol `(stead_\w+)'")
CONTROL = "import lazily, stead; stead.operations()"


def called(logs: list[Path]) -> set[str]:
    """Functions of libstead that the native layer has called."""
    return {name for log in logs for name in BOUND.findall(log.read_text(errors="replace"))}


def control() -> set[str]:
    """What a program that calls next to nothing has called."""
    with tempfile.TemporaryDirectory() as folder:
        told = {"LD_DEBUG": "bindings", "LD_DEBUG_OUTPUT": f"{folder}/log", "PYTHONPATH": str(Path(__file__).parent)}
        subprocess.run([sys.executable, "-c", CONTROL], env=os.environ | told, check=True)
        return called(list(Path(folder).iterdir()))


def main() -> int:
    exports, *logs = map(Path, sys.argv[1:])
    functions = set(exports.read_text().split())
    few = {"stead_version", "stead_operation_list", "stead_record_json", "stead_record_free"}
    if not functions or (noted := control()) != few:
        print(f"no proof is possible: the loader notes {sorted(noted)} for a program that calls {sorted(few)}")
        return 1
    if missing := sorted(functions - called(logs)):
        print(f"the tests of Python never call {', '.join(missing)}")
        return 1
    print(f"SHOW Python reaches each of the {len(functions)} functions of stead.h")
    return 0


if __name__ == "__main__":
    sys.exit(main())
