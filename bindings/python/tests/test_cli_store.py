"""The command `stead` on a store: init, status, identities, decide, run-due; its options, errors and exit codes."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

import stead
from conftest import LUTHER, SECRET, START, Office, signer
from desk import Desk, secret_in
from stead.cli import _app
from stead.cli._telling import exit_code, plain
from stead.testing import pdf

ACCOUNT = ("--account", "Cubeflakes", "--admin-name", "Luther Cooper", "--admin-email", LUTHER)


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Desk:
    return Desk(office, tmp_path)


def _init(*words: str, code: int = 0) -> Any:
    result = CliRunner().invoke(_app.app, ["init", *words, "--json"])
    assert result.exit_code == code, result.output
    return json.loads(result.stdout if code == 0 else result.stderr)


def test_init_makes_what_the_other_commands_need(tmp_path: Path) -> None:
    store, secret = tmp_path / "crm.db", tmp_path / "host.secret"
    made = _init("--store", str(store), "--secret-file", str(secret), *ACCOUNT)
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert not (tmp_path / "crm.db.secret").exists()
    with stead.open(store, secret=secret.read_bytes()) as engine:
        assert engine.accounts.get(made["accountId"]).name == "Cubeflakes"
        luther = engine.session(made["adminUserId"])
        assert luther.users.get(luther.user_id).role is stead.Role.ADMIN


def test_init_keeps_a_secret_that_is_there(tmp_path: Path) -> None:
    secret = secret_in(tmp_path / "host.secret")
    before = secret.read_bytes()
    _init("--store", str(tmp_path / "crm.db"), "--secret-file", str(secret))
    assert secret.read_bytes() == before


def test_init_says_where_the_secret_is_without_one_told(tmp_path: Path) -> None:
    store = tmp_path / "crm.db"
    made = _init("--store", str(store))
    assert made["secretFile"] == f"{store}.secret"
    assert made["secretFile"] in made["warning"]
    assert "accountId" not in made


def test_init_tells_what_the_shell_should_know(tmp_path: Path) -> None:
    store = tmp_path / "our crm.db"
    shown = CliRunner().invoke(_app.app, ["init", "--store", str(store), *ACCOUNT]).stdout
    [exports] = [line for line in shown.splitlines() if line.startswith("export ")]
    asked = [sys.executable, "-m", "stead", "status", "--json"]
    shell = ["sh", "-c", f'{exports.strip()}; exec "$@"', "sh", *asked]
    answer = json.loads(subprocess.run(shell, capture_output=True, text=True, check=True).stdout)
    assert answer["store"] == str(store)
    assert answer["account"]["name"] == "Cubeflakes"


def test_init_touches_no_store_that_is_there(tmp_path: Path) -> None:
    store = tmp_path / "crm.db"
    store.write_text("somebody's work")
    error = _init("--store", str(store), *ACCOUNT, code=14)["error"]
    assert (error["code"], error["remedy"]) == ("storeExists", "stead status")
    assert store.read_text() == "somebody's work"


def test_init_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    error = _init("--store", str(tmp_path / "crm.db"), *ACCOUNT[:-1], "nobody", code=11)["error"]
    assert error["fields"][0]["field"] == "/admin/email"
    assert list(tmp_path.iterdir()) == []


def test_init_wants_the_whole_account() -> None:
    result = CliRunner().invoke(_app.app, ["init", "--store", "crm.db", "--account", "Cubeflakes"])
    assert result.exit_code == 2
    assert "go together" in result.stderr


def test_status_tells_of_store_account_and_user(desk: Desk) -> None:
    desk.office.consented()
    answer = desk.json("status")
    assert answer["version"] == stead.__version__
    assert answer["account"]["name"] == "Cubeflakes"
    assert answer["account"]["trail"]["size"] == 3
    assert answer["user"] == {"id": desk.user, "mayActFor": 1, "identities": {"Verified": 1}}
    shown = desk("status").stdout
    assert "1 people now" in shown
    assert "1 Verified" in shown
    assert answer["account"]["trail"]["vkey"] in shown


def test_status_needs_nobody(desk: Desk) -> None:
    answer = desk.json("status", STEAD_USER=None)
    assert answer["deadLetters"] == 0
    assert not answer.keys() & {"user", "account"}
    assert desk.json("status", "--account", desk.account, STEAD_USER=None)["account"]["id"] == desk.account


def test_identities_are_listed_newest_first(desk: Desk) -> None:
    asked = desk.office.asked()
    desk.office.hank.identities.create(
        name="[bold]Legal", email="legal@cubeflakes.com", until=START + timedelta(days=9)
    )
    assert [item["email"] for item in desk.json("identities")["items"]] == ["legal@cubeflakes.com", LUTHER]
    assert desk.json("identities", "--limit", "1")["total"] == 2
    assert [item["id"] for item in desk.json("identities", "--search", "luther")["items"]] == [asked.id]
    shown = desk("identities").stdout
    assert "[bold]Legal" in shown
    assert "Pending" in shown
    assert asked.id in shown


def test_decide_answers_by_its_exit_code(desk: Desk) -> None:
    desk.office.asked()
    refused = desk.json("decide", "document.send", "--for", LUTHER, code=1)
    assert (refused["allowed"], refused["reason"], refused["remedy"]) == (False, "consentPending", "identity.resend")
    assert desk.json("decide", "document.send")["authority"] == "self"
    wide = desk.json("decide", "document.send", "--account-wide", desk.user, "--explain")
    assert wide["authority"] == "self"
    other = desk.json("decide", "document.send", "--account-wide", LUTHER, "--explain", code=1)
    assert other["reason"] == "accountWideOff"


def test_decide_explains_in_words(desk: Desk) -> None:
    desk.office.asked()
    short = desk("decide", "document.send", "--for", LUTHER, code=1).stdout
    words = desk("decide", "document.send", "--for", LUTHER, "--explain", code=1).stdout
    assert "the owner has not answered" in words
    assert "the owner has not answered" not in short
    assert "identity.resend" in short


def test_decide_about_a_document(desk: Desk) -> None:
    sent = desk.office.sent(desk.office.consented())
    assert desk.json("decide", "document.revoke", "--for", LUTHER, "--document", sent.id)["authority"] == "grant"
    as_oneself = desk.json("decide", "document.revoke", "--document", sent.id, code=1)
    assert as_oneself["reason"] == "principalRequired"


def test_decide_refuses_two_kinds_of_authority(desk: Desk) -> None:
    result = desk("decide", "document.send", "--for", LUTHER, "--account-wide", LUTHER, code=2)
    assert "exclude each other" in result.stderr


def test_run_due_does_all_the_work(desk: Desk) -> None:
    at = START + timedelta(days=1)
    for title in ("one", "two", "three"):
        desk.office.hank.documents.send(title=title, signers=[signer()], files=[("a.pdf", pdf())], scheduled_send_at=at)
    assert desk.json("run-due")["scheduledSent"] == 0
    desk.office.now = at
    done = desk.json("run-due", "--max-steps", "1")
    assert done["scheduledSent"] == 3
    assert desk.json("run-due")["scheduledSent"] == 0
    assert "next due" in desk("run-due").stdout


def test_backup_makes_a_new_file_and_never_another(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    made = desk.json("backup", str(copy))
    assert (made["path"], made["bytes"]) == (str(copy), copy.stat().st_size)
    with stead.open(copy, secret=SECRET) as engine:
        assert engine.accounts.get(desk.account).name == "Cubeflakes"
    assert desk.error("backup", str(copy), code=14)["code"] == "backupExists"
    assert str(tmp_path / "other.db") in desk("backup", str(tmp_path / "other.db")).stdout


def test_check_reads_the_whole_store(desk: Desk) -> None:
    answer = desk.json("check")
    assert (answer["ok"], answer["findings"]) == (True, [])
    assert answer["steps"] > 20
    assert "no damage" in desk("check").stdout


def test_check_finds_damage_and_says_where(desk: Desk) -> None:
    desk.office.engine.close()
    with closing(sqlite3.connect(desk.store)) as store, store:
        store.execute("UPDATE audit_head SET size = size + 1")
    answer = desk.json("check", code=1)
    assert not answer["ok"]
    assert [finding["check"] for finding in answer["findings"]] == ["head"]
    assert desk.account in desk("check", code=1).stdout


def test_an_api_key_opens_a_session(desk: Desk, tmp_path: Path) -> None:
    key = desk.office.hank.api_keys.create(name="laptop").key
    assert key
    file = tmp_path / "key"
    file.write_text(f"{key}\n")
    assert desk.json("status", "--key-file", str(file), STEAD_USER=None)["user"]["id"] == desk.user
    file.write_bytes(b"\xff")
    desk("status", "--key-file", str(file), code=15)
    file.write_text("wrong")
    result = desk("status", "--key-file", str(file), code=15)
    assert "badCredential" in result.stderr
    assert "wrong" not in result.stderr


def test_options_reach_the_engine(desk: Desk, tmp_path: Path) -> None:
    desk.office.asked()
    options = tmp_path / "others.json"
    later = START + timedelta(days=21)
    options.write_text(json.dumps({"consentLapseDays": 20, "testClockMs": int(later.timestamp() * 1000)}))
    assert "Pending, lapsed" in desk("identities", "--options", str(options)).stdout
    options.write_text('{"durabilty": "full", "readersMax": 0}')
    wrong = desk.error("identities", "--options", str(options), code=11)
    assert {field["field"] for field in wrong["fields"]} == {"/durabilty", "/readersMax"}
    for nonsense in ("[]", "{", "\xff"):
        options.write_bytes(nonsense.encode("latin-1"))
        assert desk.error("identities", "--options", str(options), code=11)["code"] == "malformedRecord"


def test_commands_make_no_store_by_mistake(desk: Desk, tmp_path: Path) -> None:
    missing = tmp_path / "elsewhere" / "crm.db"
    error = desk.error("status", "--store", str(missing), code=13)
    assert (error["code"], error["remedy"]) == ("storeMissing", "stead init")
    assert not missing.parent.exists()


@pytest.mark.parametrize(
    ("content", "mode", "word", "code"),
    [
        (None, 0o600, "secretMissing", 13),
        (b"short", 0o600, "malformedSecret", 11),
        (b"s" * 32, 0o640, "secretReadable", 11),
        (b"s" * 32, 0o600, "secretMismatch", 18),
    ],
)
def test_a_secret_has_to_be_one(desk: Desk, content: bytes | None, mode: int, word: str, code: int) -> None:
    desk.secret_file.unlink()
    if content is not None:
        desk.secret_file.write_bytes(content)
        desk.secret_file.chmod(mode)
    error = desk.error("status", code=code)
    assert error["code"] == word
    assert "sss" not in json.dumps(error)


def test_errors_are_for_the_person_who_must_act(desk: Desk) -> None:
    nobody = desk.error("identities", code=15, STEAD_USER=None)
    assert nobody["remedy"] == "--user"
    strange = desk("identities", "--user", desk.account, code=13)
    assert strange.stderr.startswith("error: ")
    assert "code: userNotFound" in strange.stderr
    assert "Traceback" not in strange.stderr
    gone = desk.error("status", "--key-file", str(desk.store.parent / "gone"), code=18)
    assert gone["code"] == "fileFailed"
    assert "gone: No such file" in gone["text"]


def test_exit_codes_follow_the_statuses() -> None:
    assert exit_code(stead.Invalid("no")) == 11
    assert exit_code(stead.StorageFailed("no")) == 18
    assert exit_code(stead.Internal("no")) == 20
    codes = {exit_code(kind("no")) for kind in stead.Error.__subclasses__()}
    assert codes == set(range(11, 21))


def test_texts_of_people_cannot_steer_the_terminal() -> None:
    assert plain("Luther\x1b[31m \u202eCooper\n") == "Luther\ufffd[31m \ufffdCooper\ufffd"
    assert plain("👩\u200d💼 Zoë") == "👩\u200d💼 Zoë"


def test_a_defect_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    @click.command()
    def broken() -> None:
        raise RuntimeError("secret-token")

    monkeypatch.setattr(_app, "app", broken)
    monkeypatch.setattr(sys, "argv", ["stead"])
    monkeypatch.delenv("STEAD_TRACEBACK", raising=False)
    assert _app.run() == 20
    told = capsys.readouterr().err
    assert "RuntimeError" in told
    assert "secret-token" not in told
    monkeypatch.setenv("STEAD_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        _app.run()


@pytest.mark.parametrize("start", [["-m", "stead"], ["-c", "import sys; from stead.cli import main; sys.exit(main())"]])
def test_it_is_a_program(start: list[str], desk: Desk) -> None:
    desk.office.engine.close()
    given = os.environ | {"STEAD_STORE": str(desk.store), "STEAD_SECRET_FILE": str(desk.secret_file)}
    program = [sys.executable, "-W", "error", *start]
    done = subprocess.run([*program, "status", "--json"], env=given, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["store"] == str(desk.store)
    assert done.stderr == ""
    wrong = subprocess.run([*program, "stattus"], env=given, capture_output=True, text=True, check=False)
    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr


def test_without_its_libraries_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise ModuleNotFoundError('gone', name='click')")
    given = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-m", "stead"], env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "the command line needs click: pip install 'stead[cli]'\n"


def test_every_command_answers_to_scripts() -> None:
    def leaves(group: click.Group) -> list[click.Command]:
        found: list[click.Command] = []
        for command in group.commands.values():
            found += leaves(command) if isinstance(command, click.Group) else [command]
        return found

    for command in leaves(_app.app):
        assert any("--json" in parameter.opts for parameter in command.params), command.name
        assert command.help, command.name
