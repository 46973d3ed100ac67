"""`stead doctor`: every fault it looks for, made on purpose."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from datetime import timedelta
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import stead
from conftest import Office
from desk import Desk
from stead.cli import _checks, _sqlite


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Desk:
    return Desk(office, tmp_path)


def _found(desk: Desk, *, code: int = 0, **environment: str | None) -> dict[str, dict[str, Any]]:
    answer = desk.json("doctor", code=code, **environment)
    assert answer["ok"] == (code == 0)
    return {item["check"]: item for item in answer["items"]}


def test_a_sound_store_is_sound(desk: Desk) -> None:
    found = _found(desk, STEAD_USER=None)
    assert {name: item["state"] for name, item in found.items()} == dict.fromkeys(
        ("version", "SQLite", "store", "journal", "disk", "file system", "clock", "secret", "opens", "mail"), "ok"
    )
    assert sqlite3.sqlite_version in found["SQLite"]["text"]
    assert stead.__version__ in found["version"]["text"]
    assert "the store opens" in desk("doctor").stdout


def test_it_changes_nothing(desk: Desk) -> None:
    desk.office.engine.close()
    before = desk.store.read_bytes()
    _found(desk)
    assert desk.store.read_bytes() == before


def _no_store(desk: Desk) -> None:
    for file in desk.store.parent.glob("crm.db*"):
        file.unlink()


def _no_secret(desk: Desk) -> None:
    desk.secret_file.unlink()


def _short_secret(desk: Desk) -> None:
    desk.secret_file.write_bytes(b"short")


def _open_secret(desk: Desk) -> None:
    desk.secret_file.chmod(0o644)


def _other_secret(desk: Desk) -> None:
    desk.secret_file.write_bytes(b"s" * 32)


def _foreign_file(desk: Desk) -> None:
    _no_store(desk)
    desk.store.write_text("somebody's work")


def _clock_behind(desk: Desk) -> None:
    later = time.time() + 3600
    os.utime(desk.store, (later, later))


@pytest.mark.parametrize(
    ("harm", "check", "text"),
    [
        (_no_store, "store", "there is no store"),
        (_no_secret, "secret", "No such file"),
        (_short_secret, "secret", "holds 5 bytes"),
        (_open_secret, "secret", "mode 0644"),
        (_other_secret, "opens", "secretMismatch"),
        (_foreign_file, "opens", "storeForeign"),
        (_clock_behind, "clock", "behind the last write"),
    ],
)
def test_faults_are_found(desk: Desk, harm: Callable[[Desk], None], check: str, text: str) -> None:
    desk.office.engine.close()
    harm(desk)
    finding = _found(desk, code=1)[check]
    assert finding["state"] == "fault"
    assert text in finding["text"]
    assert check == "opens" or finding["remedy"]


def test_a_secret_that_is_missing_is_not_made(desk: Desk) -> None:
    desk.office.engine.close()
    assert _found(desk, code=1, STEAD_SECRET_FILE=None)["secret"]["state"] == "fault"
    assert not desk.store.with_name("crm.db.secret").exists()


def test_what_may_become_a_fault_is_a_warning(desk: Desk) -> None:
    desk.office.engine.close()
    beside = desk.store.with_name("crm.db.secret")
    desk.secret_file.rename(beside)
    with sqlite3.connect(desk.store) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    found = _found(desk, STEAD_SECRET_FILE=None)
    assert "beside the store" in found["secret"]["text"]
    assert "not in WAL" in found["journal"]["text"]
    assert {found[name]["state"] for name in ("secret", "journal")} == {"warning"}


def test_dead_letters_are_told(desk: Desk) -> None:
    desk.office.asked()
    while not desk.office.engine.outbox.dead_letters().total:
        for mail in desk.office.engine.outbox.take():
            desk.office.engine.outbox.fail(mail)
        desk.office.wait(timedelta(hours=6))
    finding = _found(desk)["mail"]
    assert (finding["state"], finding["remedy"]) == ("warning", "stead outbox dead-letters")


def test_versions_that_differ_are_a_fault(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda name: "9.9.9")
    assert "package 9.9.9" in _found(desk, code=1)["version"]["text"]


def test_a_package_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert _checks.versions().state is _checks.State.WARNING


def test_two_copies_of_sqlite_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _sqlite.of_stead() == _sqlite.of_python()
    monkeypatch.setattr(_sqlite, "of_python", lambda: _sqlite.Copy("3.99.0", 1))
    finding = _checks.sqlite()
    assert finding.state is _checks.State.WARNING
    assert "3.99.0: two copies" in finding.text
    monkeypatch.setattr(_sqlite, "of_python", lambda: None)
    assert "has no sqlite3" in _checks.sqlite().text
    monkeypatch.setattr(_sqlite, "of_stead", lambda: None)
    assert "cannot be told" in _checks.sqlite().text


def test_shared_file_systems_are_a_fault(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_checks, "_kind_of", lambda folder: "nfs4")
    assert "lies on nfs4" in _found(desk, code=1)["file system"]["text"]


def test_a_full_disk_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_checks, "_ROOM", 1 << 62)
    assert _found(desk)["disk"]["state"] == "warning"


def test_a_secret_of_somebody_else_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: desk.secret_file.stat().st_uid + 1)
    assert _found(desk)["secret"]["state"] == "warning"


def test_the_secret_is_never_said(desk: Desk) -> None:
    desk.secret_file.write_bytes(b"not-the-secret-of-this-store-no!")
    result = desk("doctor", code=1)
    assert "not-the-secret" not in result.output
