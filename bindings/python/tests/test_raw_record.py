"""The generic record by pointers."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import stead
from test_records import JSON

TEXT = some.text(some.characters(exclude_categories=["Cs"]), max_size=30)


@given(some.dictionaries(TEXT, JSON, max_size=5))
def test_json_comes_back_as_it_went_in(content: dict[str, Any]) -> None:
    assert stead.RawRecord(json.dumps(content)).to_dict() == content


@given(TEXT.filter(lambda key: "\0" not in key), TEXT)
def test_names_that_are_user_data_are_taken_as_they_are(key: str, text: str) -> None:
    record = stead.RawRecord()
    record.set_member("/metaData", key, text)
    assert record.member("/metaData", key) == text
    assert record.keys("/metaData") == [key]
    assert record.to_dict() == {"metaData": {key: text}}


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, stead.Kind.NULL),
        (True, stead.Kind.BOOLEAN),
        (False, stead.Kind.BOOLEAN),
        (2**53 - 1, stead.Kind.INTEGER),
        (0.5, stead.Kind.NUMBER),
        ("Luther \0 \U0001f58b", stead.Kind.TEXT),
        ([1, "a", None, [True]], stead.Kind.ARRAY),
        ([], stead.Kind.ARRAY),
    ],
)
def test_values_of_every_kind(value: object, kind: stead.Kind) -> None:
    record = stead.RawRecord()
    assert "/a/b" not in record
    assert record.kind("/a/b") is stead.Kind.ABSENT
    record["/a/b"] = value
    assert record["/a/b"] == value
    assert record.kind("/a/b") is kind
    del record["/a/b"]
    del record["/a/b"]
    with pytest.raises(KeyError):
        record["/a/b"]


def test_records_inside_records() -> None:
    record = stead.RawRecord(b'{"name": "Cubeflakes"}')
    record["/admin"] = {"name": "Hank White"}
    record["/self"] = record
    assert record["/admin"] == stead.RawRecord('{"name":"Hank White"}')
    assert record["/self/name"] == "Cubeflakes"
    assert record.keys() == ["admin", "name", "self"]
    assert record.count() == 3
    assert repr(record) == "<RawRecord of 3 members>"
    assert record != {}
    with pytest.raises(TypeError):
        hash(record)
    with pytest.raises(TypeError, match="no place"):
        record["/a"] = object()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"a": "\xff"}', stead.Code.MALFORMED_RECORD),
        ('{"a": 1, "a": 2}', stead.Code.MALFORMED_RECORD),
        ("[]", stead.Code.MALFORMED_RECORD),
        ('{"a": 9007199254740992}', stead.Code.MALFORMED_RECORD),
        ("", stead.Code.MALFORMED_RECORD),
        ('{"a":' * 65 + "1" + "}" * 65, stead.Code.MALFORMED_RECORD),
        ('{"a": "' + "x" * 2**20 + '"}', stead.Code.TOO_LARGE),
    ],
)
def test_the_edge_refuses(content: str | bytes, code: stead.Code) -> None:
    with pytest.raises((stead.Invalid, stead.LimitExceeded)) as caught:
        stead.RawRecord(content)
    assert caught.value.code is code


def test_bad_places_and_numbers_leave_the_record_as_it_was() -> None:
    record = stead.RawRecord('{"a": "text"}')
    for pointer, value in [("a", 1), ("/a/b", 1), ("/b", 2**53), ("/b", float("nan")), ("/b~2", 1)]:
        with pytest.raises(stead.Invalid):
            record[pointer] = value
    assert record.to_json() == '{"a":"text"}'
