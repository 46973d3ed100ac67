"""`stead outbox`: mails reach a command or a folder, whole, once, and nobody else sees their links."""

from __future__ import annotations

import email
import email.message
import email.policy
import stat
from pathlib import Path

import pytest

import stead
from conftest import DAVID, LUTHER, SECRET, Office
from desk import Desk, script_of
from stead.cli import outbox
from stead.cli.outbox import mail_of


def _plain(mail: email.message.EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    text: str = body.get_content()
    return text


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Desk:
    return Desk(office, tmp_path)


def test_a_folder_gets_whole_mails(desk: Desk, tmp_path: Path) -> None:
    desk.office.asked()
    folder = tmp_path / "spool" / "out"
    answer = desk("outbox", "deliver", "--folder", str(folder), "--json")
    [file] = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert mail["To"] == f"Luther Cooper <{LUTHER}>"
    assert mail["Message-ID"].startswith(f"<{file.stem}@")
    assert mail["Subject"]
    token = _plain(mail).split("/c/")[1].split()[0]
    with stead.open(desk.store, secret=SECRET, test_clock=desk.office.now) as engine:
        assert engine.owners.look(token).owner.email == LUTHER
    assert token not in answer.output
    assert desk.json("outbox", "deliver", "--folder", str(folder)) == {"items": [], "delivered": 0, "failed": 0}


def test_a_command_gets_each_mail_on_stdin(desk: Desk, tmp_path: Path) -> None:
    desk.office.asked()
    desk.office.sent()
    program = script_of(tmp_path, f"import sys\nopen({str(tmp_path / 'got')!r}, 'ab').write(sys.stdin.buffer.read())")
    answer = desk.json("outbox", "deliver", "--command", program)
    assert (answer["delivered"], answer["failed"]) == (2, 0)
    assert {item["to"] for item in answer["items"]} == {LUTHER, DAVID}
    got = (tmp_path / "got").read_text()
    assert got.count("Message-ID: <") == 2
    assert "/s/" in got


def test_no_more_than_asked_are_taken(desk: Desk, tmp_path: Path) -> None:
    desk.office.asked()
    desk.office.sent()
    for left in (1, 1, 0):
        assert desk.json("outbox", "deliver", "--max", "1", "--folder", str(tmp_path / "out"))["delivered"] == left


def test_what_was_not_taken_is_tried_again_and_at_last_a_dead_letter(desk: Desk, tmp_path: Path) -> None:
    desk.office.asked()
    program = script_of(tmp_path, "import sys\nsys.exit(75)")
    failed = desk.json("outbox", "deliver", "--command", program, code=1)
    assert failed["items"][0]["error"].endswith("ended with 75")
    assert desk.json("outbox", "dead-letters")["items"] == []
    with stead.open(desk.store, secret=SECRET, test_clock=desk.office.now) as engine:
        assert engine.outbox.take().items == ()  # later, not now
        for hours in range(1, 60, 6):
            engine.set_test_clock(desk.office.now.replace(day=2 + hours // 24, hour=hours % 24))
            for mail in engine.outbox.take():
                engine.outbox.fail(mail, reason="no such [red]mailbox")
    [dead] = desk.json("outbox", "dead-letters")["items"]
    assert (dead["to"]["email"], dead["attempts"]) == (LUTHER, 10)
    assert "no such [red]mailbox" in desk("outbox", "dead-letters").stdout


def test_a_command_that_hangs_is_given_up(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.office.asked()
    monkeypatch.setattr(outbox, "_PATIENCE", 0.2)
    program = script_of(tmp_path, "import time\ntime.sleep(30)")
    [item] = desk.json("outbox", "deliver", "--command", program, code=1)["items"]
    assert "longer than 0.2 seconds" in item["error"]


def test_a_command_that_is_missing_is_told(desk: Desk) -> None:
    desk.office.asked()
    result = desk("outbox", "deliver", "--command", "/nowhere/sendmail -t", code=1)
    assert "No such file" in result.stdout
    assert "0 delivered, 1 not" in result.stdout


@pytest.mark.parametrize("words", [(), ("--command", "true", "--folder", "out")])
def test_one_way_to_deliver_is_needed(desk: Desk, words: tuple[str, ...]) -> None:
    assert "either --command or --folder" in desk("outbox", "deliver", *words, code=2).stderr


def test_names_cannot_add_headers() -> None:
    hostile = stead.Message.from_dict(
        {
            "id": "m",
            "lease": 1,
            "kind": "identity.asked.owner",
            "channel": "email",
            "from": {"name": 'Stead, "Inc"', "email": "no-reply@cubeflakes.com"},
            "replyTo": {"name": "Zoë", "email": DAVID},
            "to": {"name": "Luther; Cooper", "email": LUTHER},
            "subject": "Consent für Zoë",
            "text": "Grüße\nhttps://sign.cubeflakes.com/c/x\n",
            "html": "<p>Grüße</p>",
            "locale": "DE",
            "accountId": "a",
            "attempt": 1,
            "createdAt": 0,
        }
    )
    mail = email.message_from_bytes(mail_of(hostile).as_bytes(), policy=email.policy.default)
    assert [address.addr_spec for address in mail["To"].addresses] == [LUTHER]
    assert mail["From"].addresses[0].display_name == 'Stead, "Inc"'
    assert mail["Reply-To"].addresses[0].display_name == "Zoë"
    assert mail["Subject"] == "Consent für Zoë"
    assert "Grüße" in _plain(mail)
