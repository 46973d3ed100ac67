"""Eight threads on one engine and one session; the store is touched without the GIL."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

import stead
from conftest import LUTHER, SECRET, Office, office_on

THREADS = 8
Answer = TypeVar("Answer")


@pytest.fixture
def office(store: Path) -> Iterator[Office]:
    """On a store with a clock that runs: test stores are for one thread."""
    with stead.open(store, secret=SECRET, busy_timeout=timedelta(seconds=30)) as engine:
        yield office_on(engine)


def together(work: Callable[[int], Answer]) -> list[Answer]:
    """The answers of `work(0)` to `work(7)`, run at once; raises what any of them raises."""
    start = threading.Barrier(THREADS)

    def run(number: int) -> Answer:
        start.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def test_all_verbs_at_once(office: Office) -> None:
    session = office.consented()

    def work(number: int) -> str:
        for turn in range(5):
            office.hank.identities.create(name=f"Luther {turn}", email=f"luther{number}.{turn}@cubeflakes.com")
            assert session.may("document.send")
            office.sent(session)
            assert len(list(office.hank.identities.list(page_size=3))) > turn
            office.engine.outbox.take(max=2)
            with pytest.raises(stead.NotFound):
                office.hank.identities.get("nobody@cubeflakes.com")
        return office.sent(session).id

    sent = together(work)
    assert len(set(sent)) == THREADS
    assert office.hank.identities.list().total == 1 + THREADS * 5
    assert office.hank.documents.behalf_list().total == THREADS * 6
    assert office.engine.audit.verify(office.account.id, deep=True)


def test_no_decision_after_a_revocation_says_allowed(office: Office) -> None:
    session = office.consented()
    lasting = office.token(LUTHER)
    revoked = threading.Event()

    def work(number: int) -> int:
        if number == 0:
            time.sleep(0.05)
            office.engine.owners.revoke(lasting)
            revoked.set()
            return 0
        stale = 0
        for _ in range(3000):
            over = revoked.is_set()
            allowed = session.may("document.send")
            stale += over and allowed
        return stale

    assert together(work) == [0] * THREADS
    assert not session.may("document.send")


def test_others_run_while_a_call_waits_for_the_store(office: Office, store: Path) -> None:
    """A call that waits for another writer keeps neither the GIL nor other questions."""
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(office.asked)
        asked = 0
        end = time.monotonic() + 0.2
        while time.monotonic() < end:
            assert office.hank.may("document.send")
            asked += 1
        assert asked > 100
        assert not waiting.done()
        other.execute("ROLLBACK")
        assert waiting.result().email == LUTHER
    other.close()


def test_a_store_that_stays_busy_says_so(store: Path) -> None:
    with stead.open(store, secret=SECRET, busy_timeout=timedelta(milliseconds=50)) as engine:
        office = office_on(engine)
        other = sqlite3.connect(store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TimeoutError) as caught:
            office.asked()
        assert isinstance(caught.value, stead.Busy)
        assert caught.value.retriable
        other.execute("ROLLBACK")
        other.close()


def test_closing_waits_for_the_calls_that_run(office: Office) -> None:
    def work(number: int) -> str:
        if number == 0:
            time.sleep(0.05)
            office.engine.close()
            return "closed"
        try:
            for turn in range(10_000):
                office.hank.teams.create(name=f"Team {number} {turn}")
        except stead.Misuse as error:
            return "" if error.code is stead.Code.CLOSED_HANDLE else repr(error)
        return "never closed"

    assert together(work) == ["closed"] + [""] * (THREADS - 1)
