"""What a type checker says to users of the package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

GOOD = """
import datetime
import stead
from typing import assert_type

with stead.open("crm.db", busy_timeout=datetime.timedelta(seconds=5)) as engine:
    session = engine.session("id")
    assert_type(session, stead.Session)
    identity = session.identities.create(name="Luther Cooper", email="luthercooper@cubeflakes.com")
    assert_type(identity.status, stead.IdentityStatus)
    assert_type(identity.approved_at, datetime.datetime | None)
    assert_type(session.may("document.send", for_=identity.email), bool)
    assert_type(session.decide("document.send").reason, stead.Code | str | None)
    for row in session.documents.behalf_list():
        assert_type(row, stead.BehalfRow)
        assert_type(row.behalf_of.name, str)
    assert_type(session.documents.download("id").data, bytes)
    try:
        session.users.get("id")
    except stead.Invalid as error:
        assert_type(error.errors, tuple[stead.FieldError, ...])
"""
BAD = {
    'session.identities.create("Luther Cooper", "luthercooper@cubeflakes.com")': "call-arg",
    'session.identities.create(name="Luther Cooper", mail="luthercooper@cubeflakes.com")': "call-arg",
    'session.teams.assign("id")': "call-arg",
    'session.users.get("id").name = "Luther Cooper"': "misc",
    'session.identities.create(name="a", email="b", until=1767225600000)': "arg-type",
    'session.users.get("id").nick': "attr-defined",
    'session.may("document.send", "luthercooper@cubeflakes.com")': "call-arg",
}


def mypy(folder: Path, text: str) -> str:
    (folder / "program.py").write_text(text)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder / "cache"), "program.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_types_are_as_told(tmp_path: Path) -> None:
    assert "Success" in mypy(tmp_path, GOOD)


def test_mistakes_are_seen(tmp_path: Path) -> None:
    lines = ['import stead\n\nsession = stead.open("crm.db").session("id")', *BAD]
    said = mypy(tmp_path, "\n".join(lines) + "\n")
    for number, code in enumerate(BAD.values(), start=4):
        assert f"program.py:{number}:" in said, said
        assert any(line.startswith(f"program.py:{number}:") and f"[{code}]" in line for line in said.splitlines()), said
