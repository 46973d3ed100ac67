"""The command `stead`, for the person who runs a host program. Needs the extra: `pip install 'stead[cli]'`.

Exit codes: 0 done; 1 the answer is no (refused, broken, a fault found); 2 wrong usage; for an error 10 + the number of
its status, e.g. 12 refused, 13 not found, 18 storage.
"""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line of this process. The answer is its exit code."""
    try:
        import click  # noqa: F401
        import rich  # noqa: F401
    except ModuleNotFoundError as missing:
        print(f"the command line needs {missing.name}: pip install 'stead[cli]'", file=sys.stderr)
        return 2
    from ._app import run

    return run()
