"""Checks an evidence file without the store, the engine or the network: only the file and the log's verifier key.

usage: verify_evidence.py FILE VKEY-FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

import stead


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} FILE VKEY-FILE")
    evidence, vkey = (Path(name) for name in sys.argv[1:])
    try:
        check = stead.verify_evidence(evidence.read_bytes(), vkey=vkey.read_text().strip())
    except stead.Invalid as error:
        sys.exit(f"NOT EVIDENCE: {error}")
    if check.broken:
        sys.exit(f"BROKEN: {check.broken.text}")
    print(
        f"OK: {check.entries} entries about document {check.document_id} are in the log {check.origin} "
        f"of {check.size} entries"
    )


if __name__ == "__main__":
    main()
