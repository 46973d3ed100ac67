"""Chapters: revocation seen by another process, the scheduled send that is refused, proofs, tampering."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import stead
import tell
from beginning import host_secret
from consent import LUTHER, agreement
from outbox import deliver

TAMPERED_ENTRY = 7


def program(name: str, *arguments: str | Path) -> list[str | Path]:
    """The command line of a program beside this one."""
    return [sys.executable, Path(__file__).parent / name, *arguments]


def schedule_and_revoke(hank: stead.Session, folder: Path, data: Path, revoke_token: str) -> None:
    engine = hank.engine
    tell.step("Hank schedules one more send for later.", "documents.send(scheduled_send_at=…)")
    moment = datetime.now(UTC) + timedelta(seconds=2)
    waiting = hank.on_behalf_of(LUTHER).documents.send(**agreement(data), scheduled_send_at=moment)
    tell.say(f"Document {waiting.id} is {waiting.status}.")

    tell.step(
        "A second process asks all the time whether Hank may send as Luther. Luther revokes by his lasting link.",
        "session.may in the other process, engine.owners.revoke here",
    )
    watch = program("watcher.py", engine.path, folder / "host.secret", hank.user_id, LUTHER)
    with subprocess.Popen(watch, stdout=subprocess.PIPE, text=True) as watcher:
        assert watcher.stdout is not None
        tell.expect(watcher.stdout.readline() == "ready\n", "the second process is allowed at first")
        revoked = engine.owners.revoke(revoke_token)
        tell.say(f"The identity is {revoked.status}.")
        said = watcher.stdout.read().strip()
    tell.expect(watcher.returncode == 0, "the second process sees the revocation")
    tell.good(said)

    tell.step(
        "The moment of the scheduled send comes. What leaves in somebody's name is decided again then.",
        "engine.run_due",
    )
    while datetime.now(UTC) <= moment:
        time.sleep(0.05)
    while engine.run_due().more:
        pass
    document = hank.documents.get(waiting.id)
    tell.expect(document.status == stead.DocumentStatus.REVOKED, "the scheduled send did not leave")
    tell.good(f"It is {document.status}: {document.end_message}")
    deliver(engine, "hankwhite@cubeflakes.com")


def prove(engine: stead.Engine, folder: Path, account: str, office: str, document: str) -> None:
    tell.step(
        "Who did what, for whom, by what right: the office exports the evidence of the completed document,",
        "session.audit.export_evidence, engine.audit.checkpoint",
    )
    head = engine.audit.checkpoint(account)
    tell.say(f"The log holds {head.size} entries; its signed head:")
    for line in filter(None, head.checkpoint.splitlines()):
        tell.say(f"  {line}")
    with engine.session(office) as session:
        session.audit.export_evidence(document).save(folder / "evidence.json")
    (folder / "log.vkey").write_text(head.vkey)

    tell.step(
        "and checked by a separate small program that has only the file and the log's public key.",
        "stead.verify_evidence in verify_evidence.py",
    )
    verify = program("verify_evidence.py", folder / "evidence.json", folder / "log.vkey")
    check = subprocess.run(verify, stdout=subprocess.PIPE, text=True, check=False)
    tell.expect(check.returncode == 0, "the evidence verifies")
    tell.good(check.stdout.strip())


def tamper_with_a_copy(engine: stead.Engine, folder: Path, account: str) -> None:
    tell.step(
        "The whole trail is verified; then one byte of one entry is changed in a copy of the store.",
        "engine.audit.verify",
    )
    trail = engine.audit.verify(account)
    tell.expect(trail, "the trail verifies")
    tell.good(f"OK: {trail.size} entries fit their hashes and the head.")

    copy = folder / "tampered.db"
    for old in folder.glob("tampered.db*"):
        old.unlink()
    with closing(sqlite3.connect(engine.path)) as store, closing(sqlite3.connect(copy)) as target:
        store.backup(target)
        change_one_byte(target)
    with stead.open(copy, secret=host_secret(folder)) as tampered:
        trail = tampered.audit.verify(account)
    tell.expect(not trail and trail.broken, "the change is found")
    if trail.broken:
        tell.expect(trail.broken.from_ == TAMPERED_ENTRY, "verify names the entry")
        tell.good(f"Found: {trail.broken.text}")


def change_one_byte(store: sqlite3.Connection) -> None:
    """What somebody with SQLite and bad intentions would do: one byte of an entry, past the trigger against it."""
    with store:
        store.execute("DROP TRIGGER audit_entry_fixed")
        where = "WHERE account_id = 1 AND idx = ?"
        (entry,) = store.execute(f"SELECT bytes FROM audit_entry {where}", (TAMPERED_ENTRY,)).fetchone()
        tell.expect(b'"v":1}' in entry, "the entry has its known form")
        changed = entry.replace(b'"v":1}', b'"v":2}')
        store.execute(f"UPDATE audit_entry SET bytes = ? {where}", (changed, TAMPERED_ENTRY))
