"""What an installed wheel has to do: Stead and Python's own sqlite3 on one store in one process, with one SQLite.

usage: wheel_smoke.py FOLDER
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import stead
from stead.testing import pdf

SECRET = bytes(range(32))
LUTHER = "luthercooper@cubeflakes.com"
DAVID = stead.NewSigner(
    name="David",
    email_address="david@cubeflakes.com",
    form_fields=[
        stead.FormField(
            field_type=stead.FieldType.SIGNATURE,
            page_number=3,
            bounds=stead.Bounds(x=100, y=100, width=100, height=50),
        )
    ],
)


def loaded(library: str) -> set[str]:
    """Libraries of that name which this process has loaded."""
    lines = Path("/proc/self/maps").read_text().splitlines()
    return {line.split(maxsplit=5)[5] for line in lines if f"/{library}" in line}


def expect(holds: object, what: str) -> None:
    """Ends the program unless it holds."""
    if not holds:
        sys.exit(f"expected: {what}")


def main(folder: Path) -> None:
    """Uses both modules on one store."""
    folder.mkdir()
    path = folder / "crm.db"
    with stead.open(path, secret=SECRET) as engine:
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
        agreement: dict[str, Any] = {
            "title": "Agreement",
            "signers": [DAVID],
            "files": [("agreement.pdf", pdf(pages=3))],
        }
        try:
            hank.on_behalf_of(LUTHER).documents.send(**agreement)
        except stead.Refused as refused:
            expect(refused.code == stead.Code.CONSENT_PENDING, "consent is pending")
        else:
            expect(False, "without consent nothing leaves")
        sent = hank.documents.send(**agreement)
        expect(sent.files[0].pages == 3, "the pages of a PDF are counted")
        trail = engine.audit.verify(account.id, deep=True)
        expect(trail, "the audit trail holds")
    with stead.open(path, secret=SECRET) as engine:
        expect(engine.session(account.admin_user_id).documents.list().total == 1, "the store opens again")
    with closing(sqlite3.connect(path)) as store:
        expect(store.execute("SELECT count(*) FROM crm_deal").fetchone() == (20,), "nothing of sqlite3 is lost")
        expect(store.execute("PRAGMA integrity_check").fetchone() == ("ok",), "the store is whole")
    sqlites = loaded("libsqlite3")
    expect(len(sqlites) == 1, f"one SQLite, not {sorted(sqlites)}")
    print(f"stead {stead.__version__} and sqlite3 {sqlite3.sqlite_version} on one store, by {sqlites.pop()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
