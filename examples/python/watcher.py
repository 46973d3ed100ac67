"""A second process on the same store: asks again and again whether the actor may still send for the owner, and says
when the answer turns.

usage: watcher.py STORE SECRET-FILE USER-ID OWNER-EMAIL
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import stead
import tell

SECONDS_MAX = 30


def watch(session: stead.Session, owner: str) -> int:
    """Asks until the answer is no, and answers how often it asked."""
    asked = 0
    end = time.monotonic() + SECONDS_MAX
    while True:
        allowed = session.may("document.send", for_=owner)
        asked += 1
        if asked == 1:
            tell.expect(allowed, "the actor may send at first")
            print("ready", flush=True)
        if not allowed or time.monotonic() > end:
            return asked


def main() -> None:
    if len(sys.argv) != 5:
        sys.exit(f"usage: {sys.argv[0]} STORE SECRET-FILE USER-ID OWNER-EMAIL")
    store, secret, user_id, owner = sys.argv[1:]
    with stead.open(store, secret=Path(secret).read_bytes()) as engine, engine.session(user_id) as session:
        asked = watch(session, owner)
        decision = session.decide("document.send", for_=owner)
    tell.expect(not decision, "the answer turned")
    print(f"the other process asked {asked} times; then the answer was: refused, {decision.reason}")


if __name__ == "__main__":
    main()
