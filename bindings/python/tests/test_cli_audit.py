"""`stead audit`: whole trails, broken trails, and evidence for somebody else."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

import stead
from conftest import HANK, Office
from desk import Desk
from stead.cli import audit
from stead.cli._app import app
from stead.cli._telling import Teller


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Desk:
    return Desk(office, tmp_path)


def _tamper(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("DROP TRIGGER audit_entry_fixed")
        changed = connection.execute(
            """UPDATE audit_entry SET bytes = CAST(replace(CAST(bytes AS TEXT), '"v":1}', '"v":2}') AS BLOB)
               WHERE idx = 1"""
        )
        assert changed.rowcount == 1


def test_whole_trails_hold(desk: Desk) -> None:
    desk.office.consented()
    answer = desk.json("audit", "verify", "--deep")
    assert answer["ok"]
    [item] = answer["items"]
    assert (item["accountId"], item["checked"], item["deep"]) == (desk.account, 3, True)
    shown = desk("audit", "verify", "--account", desk.account, STEAD_USER=None).stdout
    assert "holds" in shown
    assert item["root"] in shown


def test_a_broken_trail_is_told_with_its_place(desk: Desk) -> None:
    desk.office.consented()
    desk.office.engine.close()
    _tamper(desk.store)
    answer = desk.json("audit", "verify", code=1)
    assert not answer["ok"]
    assert answer["items"][0]["broken"]["from"] == 1
    shown = desk("audit", "verify", code=1).stdout
    assert "BROKEN" in shown
    assert "entries 1 to 1" in shown


def test_several_accounts_are_checked_in_turn(desk: Desk) -> None:
    admin = stead.Person(name="Hank White", email=HANK)
    other = desk.office.engine.accounts.create(name="Another", admin=admin).id
    words = ["audit", "verify", "--account", desk.account, "--account", other]
    assert [item["accountId"] for item in desk.json(*words)["items"]] == [desk.account, other]
    missing = desk.error("audit", "verify", "--account", desk.user, code=13)
    assert missing["code"] == "accountNotFound"


def test_a_terminal_sees_the_work_go_on(office: Office) -> None:
    say = Teller(as_json=False)
    say.errors = Console(force_terminal=True, width=80, record=True, stderr=True)
    other = office.engine.accounts.create(name="Another", admin=stead.Person(name="Hank White", email=HANK)).id
    checks = audit._verified(office.engine, [office.account.id, other], deep=False, say=say)
    assert all(checks.values())
    assert "checking 2 entries" in say.errors.export_text()


def test_evidence_convinces_without_the_store(desk: Desk, tmp_path: Path) -> None:
    sent = desk.office.sent(desk.office.consented())
    file = tmp_path / "evidence.json"
    written = desk.json("audit", "export", sent.id, "--output", str(file))
    assert written["bytes"] == file.stat().st_size
    assert written["check"]["ok"]
    checked = CliRunner().invoke(app, ["audit", "check", str(file), "--vkey", written["vkey"], "--json"])
    assert checked.exit_code == 0
    assert json.loads(checked.stdout)["documentId"] == sent.id
    content = json.loads(file.read_bytes())
    content["entries"].pop()
    file.write_text(json.dumps(content))
    broken = CliRunner().invoke(app, ["audit", "check", str(file), "--vkey", written["vkey"]])
    assert broken.exit_code == 1
    assert "does NOT hold" in broken.stdout


def test_what_is_no_evidence_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "evidence.json"
    for content, code in ((b"{}", 11), (None, 18)):
        file.unlink(missing_ok=True)
        if content is not None:
            file.write_bytes(content)
        result = CliRunner().invoke(app, ["audit", "check", str(file), "--vkey", "nonsense", "--json"])
        assert result.exit_code == code
        assert json.loads(result.stderr)["error"]["text"]


def test_evidence_is_not_written_over_by_mistake(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sent = desk.office.sent()
    file = tmp_path / f"{sent.id}.evidence.json"
    assert f"stead audit check {file.name} --vkey" in desk("audit", "export", sent.id).stdout
    file.write_text("kept")
    assert desk.error("audit", "export", sent.id, code=18)["code"] == "fileFailed"
    assert file.read_text() == "kept"
    desk("audit", "export", sent.id, "--force")
    assert json.loads(file.read_bytes())["format"] == "stead-evidence/1"


def test_evidence_goes_to_stdout(desk: Desk) -> None:
    sent = desk.office.sent()
    result = desk("audit", "export", sent.id, "--output", "-")
    assert json.loads(result.stdout)["format"] == "stead-evidence/1"
    assert "verifier key: " in result.stderr
    assert desk.error("audit", "export", desk.user, code=13)["code"] == "documentNotFound"
