"""What an installed wheel has to do: Stead and Python's own sqlite3 on one store in one process, with one SQLite.

usage: wheel_smoke.py FOLDER
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import stead

LUTHER = "luthercooper@cubeflakes.com"


def loaded(library: str) -> set[str]:
    """Files of that name which this process has loaded."""
    lines = Path("/proc/self/maps").read_text().splitlines()
    return {line.split(maxsplit=5)[5] for line in lines if f"/{library}" in line}


def expect(holds: object, what: str) -> None:
    if not holds:
        sys.exit(f"expected: {what}")


def main(folder: Path) -> None:
    folder.mkdir()
    path = folder / "crm.db"
    with stead.open(path, secret=bytes(range(32))) as engine:
        account = engine.accounts.create(
            name="Cubeflakes", admin=stead.Person(name="Hank White", email="hankwhite@cubeflakes.com")
        )
        hank = engine.session(account.admin_user_id)
        with closing(sqlite3.connect(path)) as store:  # opened and closed beside the engine
            store.execute("CREATE TABLE crm_deal (title TEXT NOT NULL)")
            for number in range(20):
                hank.documents.list()
                with store:
                    store.execute("INSERT INTO crm_deal VALUES (?)", (f"Deal {number}",))
                hank.identities.create(name="Luther Cooper", email=f"{number}.{LUTHER}")
        hank.identities.create(name="Luther Cooper", email=LUTHER)
        try:
            hank.on_behalf_of(LUTHER).documents.send(title="Agreement", signers=[], files=[])
        except stead.Invalid as invalid:
            expect(invalid.errors, "a bad request names its fields")
        expect(hank.decide("document.send", for_=LUTHER).reason == stead.Code.CONSENT_PENDING, "consent is pending")
        trail = engine.audit.verify(account.id, deep=True)
    expect(trail, "the audit trail holds")
    with closing(sqlite3.connect(path)) as store:
        expect(store.execute("SELECT count(*) FROM crm_deal").fetchone() == (20,), "nothing of sqlite3 is lost")
        expect(store.execute("PRAGMA integrity_check").fetchone() == ("ok",), "the store is whole")
    sqlites = loaded("libsqlite3")
    expect(len(sqlites) == 1, f"one SQLite, not {sorted(sqlites)}")
    print(f"stead {stead.__version__} and sqlite3 {sqlite3.sqlite_version} on one store, by {sqlites.pop()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
