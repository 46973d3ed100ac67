"""The native layer: whatever a script hands over, the answer is a value or an exception, never a crash."""

from __future__ import annotations

import contextlib
import copy
import importlib.metadata
import inspect
import pickle
import re
import threading
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import stead
from conftest import LUTHER, ROOT, Office
from stead import _core

FUNCTIONS = sorted(name for name, value in vars(_core).items() if inspect.isbuiltin(value))
HANDLES = [_core.Engine, _core.Session, _core.Record, _core.Upload, _core.Decision, _core.Decisions]
HEADER = set(re.findall(r"\bstead_(\w+)\(", (ROOT / "capi/stead.h").read_text()))
NONSENSE = [object(), 2**70, 1.5, [], "\ud800", "nul\0nul", None, -1, "", b"\xff"]
INSIDE = {name for name in HEADER if name.endswith("_free") or name.startswith("error_")}


def test_each_function_of_the_header_is_here_by_its_name() -> None:
    assert HEADER - INSIDE - {"engine_open", "engine_open_rotating"} == set(FUNCTIONS)


def test_the_library_is_the_one_that_the_package_was_built_for() -> None:
    assert stead.__version__ == _core.version()
    assert stead.__version__ == importlib.metadata.version("stead")
    assert [_core.status_name(status) for status in range(11)] == [status.value for status in stead.Status]
    assert _core.status_name(99) == "internal"


def parameters_of(function: Callable[..., Any]) -> list[str]:
    found = re.match(r"\w+\((.*)\) ->", function.__doc__ or "")
    assert found is not None
    return re.findall(r"arg\d: ([^,]+)", found.group(1))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_nonsense_is_refused(name: str, office: Office) -> None:
    function = getattr(_core, name)
    good: dict[str, object] = {
        "stead._core.Engine": office.engine._handle,
        "stead._core.Session": office.hank._handle,
        "stead._core.Record": _core.record_new(),
        "stead._core.Upload": _core.upload_new(),
        "stead._core.Decision": _core.decision_new(),
        "stead._core.Decisions": _core.decisions_new(),
    }
    kinds = parameters_of(function)
    for nonsense in NONSENSE:
        for place in range(len(kinds)):
            given = [nonsense if at == place else good.get(kind, nonsense) for at, kind in enumerate(kinds)]
            with contextlib.suppress(TypeError, ValueError, stead.Error):
                function(*given)
    with pytest.raises(TypeError):
        function(*[None] * (len(kinds) + 1))
    if name not in ("engine_close", "session_close"):
        assert _core.session_user_id(office.hank._handle) == office.account.admin_user_id


def test_null_for_what_is_required_is_misuse(office: Office) -> None:
    with pytest.raises(stead.Misuse) as caught:
        _core.session_open_trusted(office.engine._handle, None)
    assert caught.value.code is stead.Code.NULL_ARGUMENT
    with pytest.raises(stead.Misuse):
        _core.identity_create(office.hank._handle, None)
    with pytest.raises(stead.Misuse):
        _core.record_set_text(_core.record_new(), None, "x")


def test_ids_with_a_nul_never_reach_the_library(office: Office) -> None:
    with pytest.raises(ValueError, match="embedded null"):
        office.engine.session(office.account.admin_user_id + "\0")
    with pytest.raises(ValueError, match="embedded null"):
        office.hank.may("document.send\0")


@pytest.mark.parametrize("kind", HANDLES)
def test_handles_are_made_by_the_library_only(kind: type) -> None:
    with pytest.raises(TypeError, match="No constructor"):
        kind()
    with pytest.raises(TypeError):
        type("Forged", (kind,), {})()
    handle = _core.record_new()
    with pytest.raises(TypeError):
        pickle.dumps(handle)
    with pytest.raises(TypeError):
        copy.deepcopy(handle)


def test_a_handle_without_a_constructor_is_null() -> None:
    forged = _core.Session.__new__(_core.Session)
    assert _core.session_user_id(forged) is None
    for call in (lambda: _core.session_close(forged), lambda: _core.Asker(forged).may("document.send")):
        with pytest.raises(stead.Misuse):
            call()
    assert _core.record_count(_core.Record.__new__(_core.Record), "") == 0
    with pytest.raises(stead.Misuse):
        _core.engine_run_due(_core.Engine.__new__(_core.Engine), "{}")


def test_the_hot_question_takes_nothing_but_its_arguments(office: Office) -> None:
    may: Callable[..., bool] = office.hank.may
    assert may("document.send")
    assert may("document.send", for_=None)
    assert not may("document.send", for_=LUTHER)
    assert not may("no.such.operation")
    wrong: list[tuple[tuple[object, ...], dict[str, object]]] = [
        ((), {}),
        (("document.send", LUTHER), {}),
        ((1,), {}),
        ((None,), {}),
        (("document.send",), {"to": LUTHER}),
        (("document.send",), {"for_": 1}),
        (("document.send",), {"for_": LUTHER, "to": LUTHER}),
    ]
    for arguments, keywords in wrong:
        with pytest.raises(TypeError):
            may(*arguments, **keywords)
    with pytest.raises(stead.Invalid) as caught:
        may("document.send", for_="luther")
    assert caught.value.code is stead.Code.MALFORMED_ARGUMENT
    with pytest.raises(UnicodeEncodeError):
        may("\ud800")
    with pytest.raises(TypeError):
        _core.Asker()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        _core.Asker(office.engine)  # type: ignore[arg-type]
    assert str(inspect.signature(office.hank.may)) == "(operation, /, *, for_=None)"


def test_an_upload_is_lent_to_one_call_at_a_time(office: Office) -> None:
    """Two threads with one upload: each call either works or says that the upload is in use."""
    upload = _core.upload_new()
    _core.upload_add_file(upload, "agreement.pdf", (ROOT / "examples/data/agreement.pdf").read_bytes())
    problems: list[BaseException] = []

    def send() -> None:
        for _ in range(20):
            try:
                _core.document_send(office.hank._handle, "{}", upload)
            except (stead.Invalid, RuntimeError):
                pass
            except BaseException as problem:
                problems.append(problem)

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(200):
        try:
            assert _core.upload_count(upload) == 1
        except RuntimeError as busy:
            problems += [] if "in use" in str(busy) else [busy]
    for thread in threads:
        thread.join()
    assert problems == []
    assert _core.upload_count(upload) == 1


@given(some.text() | some.binary())
def test_any_text_is_parsed_or_refused(content: str | bytes) -> None:
    try:
        record = _core.record_parse(content)
    except (stead.Invalid, UnicodeEncodeError):
        return
    assert _core.record_json(record).startswith("{")


def test_a_batch_of_questions_by_hand(office: Office) -> None:
    batch = _core.decisions_new()
    _core.decisions_add(batch, "document.send", None)
    _core.decisions_add(batch, "document.send", LUTHER)
    assert _core.decisions_count(batch) == 2
    assert _core.decisions_allowed(batch, 0) == 0
    _core.session_authorize_all(office.hank._handle, batch)
    assert [_core.decisions_allowed(batch, index) for index in (0, 1, 2, -1)] == [1, 0, 0, 0]
    with pytest.raises(stead.Invalid):
        _core.decisions_get(batch, 2, _core.decision_new())
    _core.decisions_clear(batch)
    assert _core.decisions_count(batch) == 0
