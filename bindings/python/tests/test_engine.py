"""The engine: opening, closing, clock, and what belongs to its process."""

from __future__ import annotations

import multiprocessing
import os
from datetime import timedelta
from pathlib import Path

import pytest

import stead
from conftest import LUTHER, SECRET, START, Office, office_on


def test_with_closes_and_later_calls_are_misuse(store: Path) -> None:
    with stead.open(store, secret=SECRET) as engine:
        session = office_on(engine).hank
        assert not engine.closed
        assert engine.warning == ""
        assert engine.path == str(store)
        assert repr(engine) == f"<Engine on {str(store)!r}, open>"
    assert engine.closed
    engine.close()
    for call in (engine.run_due, lambda: session.may("document.send"), lambda: session.decide("document.send")):
        with pytest.raises(stead.Misuse) as caught:
            call()
        assert caught.value.code is stead.Code.CLOSED_HANDLE
    assert engine.warning == ""
    session.close()


def test_a_session_closes_by_itself_only(office: Office) -> None:
    with office.hank.on_behalf_of(LUTHER) as session:
        assert session.principal == LUTHER
        own = session.on_behalf_of("hankwhite@cubeflakes.com")
        assert repr(session).endswith(f"for {LUTHER}>")
    with pytest.raises(stead.Misuse):
        session.may("document.send")
    session.close()
    assert own.may("document.send")
    assert own.engine is office.engine
    assert own.user_id == office.hank.user_id == office.account.admin_user_id
    assert own.account_id == office.account.id
    assert office.hank.principal is None


def test_a_store_remembers(store: Path) -> None:
    with stead.open(os.fspath(store), secret=SECRET) as engine:
        account = office_on(engine).account
    with stead.open(store, secret=SECRET, migrate=stead.Migrate.NEVER, durability="normal") as engine:
        assert engine.accounts.get(account.id).to_dict() == {
            name: value for name, value in account.to_dict().items() if name != "adminUserId"
        }
    with pytest.raises(stead.StorageFailed) as caught:
        stead.open(store, secret=bytes(32))
    assert caught.value.code is stead.Code.SECRET_MISMATCH


def test_without_a_secret_a_file_is_made_and_told(store: Path) -> None:
    with stead.open(store) as engine:
        assert "secret" in engine.warning
    secret = Path(f"{store}.secret")
    assert secret.stat().st_mode & 0o777 == 0o600
    assert secret.stat().st_size == 32


def test_bad_options_come_all_at_once(store: Path) -> None:
    with pytest.raises(stead.Invalid) as caught:
        stead.open(store, durability="some", readers_max=0, busy_timeout=timedelta(days=1), public_url="nowhere")
    assert {error.field for error in caught.value.errors} == {
        "/durability",
        "/readersMax",
        "/busyTimeoutMs",
        "/publicUrl",
    }
    with pytest.raises(stead.Invalid, match="secret"):
        stead.open(store, secret=b"short")
    with pytest.raises(ValueError, match="embedded null"):
        stead.open("a\0b")
    with pytest.raises(stead.StorageFailed):
        stead.open(store.parent / "no" / "such" / "folder.db", secret=SECRET)
    with pytest.raises(TypeError):
        stead.open(store, publicURL="https://sign.cubeflakes.com")  # type: ignore[call-arg]


def test_only_a_test_store_has_a_clock_to_set(store: Path, office: Office) -> None:
    office.wait(timedelta(days=1, milliseconds=1))
    assert office.asked().created_at == START + timedelta(days=1, milliseconds=1)
    with stead.open(store.with_name("real.db"), secret=SECRET) as engine, pytest.raises(stead.Misuse) as caught:
        engine.set_test_clock(START)
    assert caught.value.code is stead.Code.TEST_OPTION_ON_REAL_STORE


def test_time_brings_work(office: Office) -> None:
    office.asked()
    due = office.engine.run_due()
    assert due.next_due_at is not None
    office.wait(timedelta(days=31))
    assert office.engine.run_due(max_steps=10).lapsed == 1
    assert office.hank.identities.get(LUTHER).lapsed_at == START + timedelta(days=30)


def test_an_engine_that_is_left_open_is_told(store: Path) -> None:
    engine = stead.open(store, secret=SECRET)
    left = [engine]
    del engine
    with pytest.warns(ResourceWarning, match=r"unclosed <Engine on .*crm\.db', open>"):
        left.clear()
    with stead.open(store, secret=SECRET):
        pass


def in_child(work: object) -> int:
    """The exit status of a forked child that does `work`, a callable; 0 when it returns True."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if work() else 3)  # type: ignore[operator]
        except BaseException:
            os._exit(4)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def refused(call: object) -> bool:
    try:
        call()  # type: ignore[operator]
    except stead.Misuse as error:
        return error.code is stead.Code.FORKED_PROCESS
    return False


def test_an_engine_belongs_to_the_process_that_opened_it(store: Path) -> None:
    with stead.open(store, secret=SECRET) as engine:
        office = office_on(engine)
        account, session = office.account, office.hank
        assert in_child(lambda: refused(engine.run_due)) == 0
        assert in_child(lambda: refused(lambda: session.may("document.send"))) == 0
        assert in_child(lambda: refused(lambda: session.identities.list())) == 0
        assert in_child(lambda: refused(lambda: stead.open(store, secret=SECRET))) == 0
        assert in_child(lambda: refused(engine.close)) == 0
        session.identities.create(name="Luther Cooper", email=LUTHER)
        assert engine.audit.verify(account.id, deep=True)


def ask(path: str, user: str, answers: multiprocessing.SimpleQueue[bool]) -> None:
    with stead.open(path, secret=SECRET) as engine:
        answers.put(engine.session(user).may("document.send"))


def test_close_before_fork_open_after_it(store: Path) -> None:
    with stead.open(store, secret=SECRET) as engine:
        account = office_on(engine).account
        user = account.admin_user_id
        context = multiprocessing.get_context("spawn")  # a fresh process may open it meanwhile
        answers: multiprocessing.SimpleQueue[bool] = context.SimpleQueue()
        process = context.Process(target=ask, args=(str(store), user, answers))
        process.start()
        assert answers.get()
        process.join()

    def child() -> bool:
        with stead.open(store, secret=SECRET) as engine:
            return engine.session(user).may("document.send")

    assert in_child(child) == 0
