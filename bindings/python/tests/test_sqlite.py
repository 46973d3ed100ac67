"""One SQLite in the process: Python's own sqlite3 module and Stead on one file must not drop each other's locks."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import stead
from conftest import LUTHER, SECRET, office_on

WRITER = """
import sys, stead
with stead.open(sys.argv[1], secret=bytes([7]) * 32) as engine:
    session = engine.session(sys.argv[2])
    for number in range(20):
        session.teams.create(name=f"{sys.argv[3]} {number}")
"""


def test_both_modules_use_one_library() -> None:
    sqlite3.connect(":memory:").close()
    maps = Path("/proc/self/maps").read_text()
    copies = {line.split()[-1] for line in maps.splitlines() if re.search(r"libsqlite3", line)}
    assert len(copies) == 1, f"several copies of SQLite: {copies}"
    import _sqlite3

    assert "libsqlite3" in subprocess.run(["ldd", _sqlite3.__file__], capture_output=True, text=True).stdout


def test_both_modules_on_one_file(store: Path) -> None:
    """The sqlite3 module reads and closes, over and over, while this process and another write: nothing is lost."""
    with stead.open(store, secret=SECRET) as engine:
        office = office_on(engine)
        account, session = office.account, office.hank
        other = subprocess.Popen([sys.executable, "-c", WRITER, str(store), account.admin_user_id, "theirs"])
        for number in range(20):
            session.teams.create(name=f"ours {number}")
            # A second copy of SQLite would drop this process's locks with this close.
            connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
            teams = connection.execute("SELECT count(*) FROM team WHERE name LIKE 'ours %'").fetchone()
            connection.close()
            assert teams == (number + 1,)
        assert other.wait() == 0
        session.identities.create(name="Luther Cooper", email=LUTHER)
        assert engine.audit.verify(account.id, deep=True)
    connection = sqlite3.connect(store)
    assert connection.execute("SELECT count(*) FROM team").fetchone() == (40,)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
