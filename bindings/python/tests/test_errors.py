"""Exceptions: one class for each status, codes from the one table, built-in kinds that one would catch."""

from __future__ import annotations

import json
import pickle

import pytest

import stead
from conftest import LUTHER, ROOT, Office
from stead._codes import REMEDY_OF
from stead._errors import failure

TABLE = json.loads((ROOT / "core/base/errors.json").read_text())
BUILT_IN = {
    stead.Invalid: ValueError,
    stead.Refused: PermissionError,
    stead.NotFound: LookupError,
    stead.Conflict: RuntimeError,
    stead.Unauthenticated: PermissionError,
    stead.LimitExceeded: RuntimeError,
    stead.Busy: TimeoutError,
    stead.StorageFailed: OSError,
    stead.Misuse: RuntimeError,
    stead.Internal: RuntimeError,
}


@pytest.mark.parametrize("row", TABLE["codes"], ids=lambda row: row["code"])
def test_every_code_becomes_the_exception_of_its_status(row: dict[str, str]) -> None:
    error = failure(row["status"], row["code"], "text", False, row.get("remedy", ""), [])
    assert isinstance(error.code, stead.Code)
    assert (error.status.value, error.code.value) == (row["status"], row["code"])
    assert isinstance(error, BUILT_IN[type(error)])
    assert REMEDY_OF.get(error.code, "") == error.remedy


def test_each_status_but_ok_has_a_class_of_its_own() -> None:
    classes = {type(failure(status, "x", "text", False, "", [])) for status in TABLE["statuses"][1:]}
    assert classes == set(BUILT_IN)


def test_words_of_a_later_version_survive() -> None:
    error = failure("tooEarly", "moonInWrongPhase", "text", True, "wait", [("/a", "b")])
    assert type(error) is stead.Internal
    assert error.code == "moonInWrongPhase"
    assert not isinstance(error.code, stead.Code)
    assert error.fields == (("/a", "b"),)


def test_an_invalid_request_names_every_field_at_once(office: Office) -> None:
    with pytest.raises(stead.Invalid) as caught:
        office.hank.identities.create(name="", email="luther", redirect_url="ftp://cubeflakes.com")
    error = caught.value
    assert {field.field for field in error.errors} == {"/name", "/email", "/redirectUrl"}
    assert error.code is stead.Code.INVALID_RECORD
    assert all(field.message in str(error) for field in error.errors)
    assert error.errors == error.fields


def test_a_refusal_tells_the_rule_and_the_remedy(office: Office) -> None:
    office.asked()
    with pytest.raises(PermissionError) as caught:
        office.sent(office.hank.on_behalf_of(LUTHER))
    error = caught.value
    assert isinstance(error, stead.Refused)
    assert error.code is stead.Code.CONSENT_PENDING
    assert error.remedy == "identity.resend"
    assert not error.retriable
    assert str(error) == error.text
    assert "has not answered" in error.text
    assert repr(error) == f"Refused({error.text!r}, code='consentPending')"


def test_exceptions_travel_between_processes(office: Office) -> None:
    with pytest.raises(stead.Invalid) as caught:
        office.hank.identities.create(name="", email="luther")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert type(copy) is stead.Invalid
    assert (copy.text, copy.code, copy.fields) == (caught.value.text, caught.value.code, caught.value.fields)


def test_other_kinds_are_caught_as_what_they_are(office: Office) -> None:
    with pytest.raises(LookupError):
        office.hank.identities.get(LUTHER)
    office.asked()
    with pytest.raises(stead.Conflict) as caught:
        office.asked()
    assert caught.value.code is stead.Code.IDENTITY_EXISTS
    with pytest.raises(stead.Unauthenticated):
        office.engine.session_with_key("no such key")
    with pytest.raises(stead.LimitExceeded) as limit:
        office.hank.documents.send(title="x", signers=[], files=[("x.pdf", b"%PDF-1.4" + bytes(26 * 1024 * 1024))])
    assert limit.value.code is stead.Code.TOO_LARGE
