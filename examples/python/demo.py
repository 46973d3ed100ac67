"""The main job of Stead from end to end, on real input: an assistant sends a contract as her director, with his
consent, and afterwards it can be proved who did what, for whom, by what right.

usage: demo.py STORE-FOLDER DATA-FOLDER

A second run on the same folder goes on with the same account and people; so do the demos in the other languages.
"""

from __future__ import annotations

import sys
from pathlib import Path

from beginning import find_people, log_in, open_store
from consent import (
    LUTHER,
    approve_narrowed,
    ask_for_consent,
    be_refused_while_pending,
    send_on_behalf,
    update_identity,
)
from ending import prove, schedule_and_revoke, tamper_with_a_copy
from signing import send_as_oneself, sign_and_complete


def main(folder: Path, data: Path) -> None:
    with open_store(folder) as engine:
        people = find_people(engine, folder, data)
        hank = log_in(engine, people.hank)
        as_luther = hank.on_behalf_of(LUTHER)

        consent_token = ask_for_consent(hank, data)
        be_refused_while_pending(as_luther, data)
        revoke_token = approve_narrowed(engine, consent_token)
        update_identity(hank, data)

        document = send_on_behalf(as_luther, data)
        sign_and_complete(engine)
        send_as_oneself(hank, data)
        schedule_and_revoke(hank, folder, data, revoke_token)

        prove(engine, folder, people.account, people.office, document)
        tamper_with_a_copy(engine, folder, people.account)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} STORE-FOLDER DATA-FOLDER")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
