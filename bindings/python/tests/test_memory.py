"""Calls leave nothing behind: memory stands still however often they are made."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

import stead
from conftest import LUTHER, Office
from stead import _core

PAGE_KIB = 4
LONG = 1_000_000


def resident_kib() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_KIB


def growth_kib(call: Callable[[], object], times: int) -> int:
    """How much the process has grown after `times` calls, those that warm it up not counted."""
    for _ in range(min(times, 20_000) // 4):
        call()
    before = resident_kib()
    for _ in range(times):
        call()
    return resident_kib() - before


def failing(call: Callable[[], object], kind: type[Exception]) -> Callable[[], None]:
    def run() -> None:
        try:
            call()
        except kind:
            return
        raise AssertionError("the call went well")

    return run


def calls(office: Office) -> dict[str, Callable[[], object]]:
    session = office.consented()
    sent = office.sent(session)
    return {
        "may": lambda: office.hank.may("document.send", for_=LUTHER),
        "decide": lambda: office.hank.decide("document.send", for_=LUTHER),
        "get": lambda: office.hank.identities.get(LUTHER).operations,
        "list": lambda: list(office.hank.identities.list()),
        "download": lambda: session.documents.download_part(sent.id, offset=1),  # not audited: the store stands still
        "session": lambda: office.engine.session(office.account.admin_user_id).on_behalf_of(LUTHER),
        "error": failing(lambda: office.hank.identities.get("nobody@cubeflakes.com"), stead.NotFound),
        "invalid": failing(lambda: office.hank.identities.create(name="", email="nobody"), stead.Invalid),
        "nul": failing(lambda: office.hank.may("a\0b"), ValueError),
        "record": lambda: stead.RawRecord('{"a": {"b": ["c"]}}')["/a"],
        "upload": lambda: _core.upload_add_file(_core.upload_new(), "a.pdf", b"%PDF" * 1000),
        "decide_all": lambda: office.hank.decide_all([("document.send", LUTHER)] * 3),
    }


NAMES = [
    "may", "decide", "get", "list", "download", "session", "error", "invalid", "nul", "record", "upload", "decide_all",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_calls_leave_nothing_behind(name: str, office: Office) -> None:
    assert growth_kib(calls(office)[name], 2_000) < 1024


def test_the_names_are_all_calls(office: Office) -> None:
    assert list(calls(office)) == NAMES


@pytest.mark.long
@pytest.mark.parametrize("name", ["may", "decide", "get", "error", "session"])
def test_a_million_calls_without_growth(name: str, office: Office) -> None:
    assert growth_kib(calls(office)[name], LONG) < 4096
