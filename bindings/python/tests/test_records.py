"""Records: frozen, typed, and exactly the JSON that came."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

import stead
from conftest import LUTHER, START, Office
from stead._wire import UNSET, member_name, members, milliseconds, moment, to_wire

USER: dict[str, Any] = {
    "id": "019b76da-a800-7001-8bc9-42ee9086c171",
    "accountId": "019b76da-a800-7000-a7ec-8e65a18debbe",
    "email": LUTHER,
    "name": "Luther Cooper",
    "role": "Member",
    "status": "Active",
    "apiAccountWideAccess": False,
    "allowSendOnBehalfOf": True,
    "metaData": {"costCenter": "4711", "a_b": "c"},
    "version": 3,
    "createdAt": 1767225600000,
    "updatedAt": 1767225600001,
}
JSON = some.recursive(
    some.none() | some.booleans() | some.integers(-(2**53) + 1, 2**53 - 1) | some.text() | some.floats(-1e9, 1e9),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(), inner, max_size=4),
    max_leaves=20,
)


def test_members_are_typed() -> None:
    user = stead.User.from_dict(USER)
    assert user.account_id == USER["accountId"]
    assert user.role is stead.Role.MEMBER
    assert user.created_at == START
    assert user.updated_at - user.created_at == timedelta(milliseconds=1)
    assert user.created_at.tzinfo is UTC
    assert user.meta_data == {"costCenter": "4711", "a_b": "c"}
    assert user.team_id is None


@given(some.dictionaries(some.text(), JSON))
def test_what_is_not_known_is_kept(more: dict[str, Any]) -> None:
    raw = {**USER, **more}
    assert stead.User.from_dict(raw).to_dict() == raw


def test_null_and_absent_stay_apart() -> None:
    right = {"actorId": USER["id"], "principal": None, "authority": "self", "grantId": None}
    assert stead.Right.from_dict(right).to_dict() == right
    assert stead.Right.from_dict(right).principal is None


def test_unknown_words_survive() -> None:
    user = stead.User.from_dict({**USER, "role": "Archivist"})
    assert isinstance(user.role, stead.Role)
    assert user.role == "Archivist"
    assert user.role.value == "Archivist"
    assert not user.role.known
    assert stead.Role.ADMIN.known
    assert pickle.loads(pickle.dumps(user.role)) == user.role
    assert user.to_dict()["role"] == "Archivist"
    with pytest.raises(ValueError, match="3"):
        stead.Role(3)  # type: ignore[arg-type]


def test_nothing_of_a_record_changes() -> None:
    user = stead.User.from_dict(USER)
    with pytest.raises(AttributeError, match="frozen"):
        user.name = "Hank White"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        user.nick = "Luther"  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="frozen"):
        del user.name
    with pytest.raises(TypeError):
        user.meta_data["costCenter"] = "1"  # type: ignore[index]
    user.to_dict()["metaData"]["costCenter"] = "1"
    assert user.to_dict() == USER


def test_equality_hash_copy_and_pickle() -> None:
    user = stead.User.from_dict(USER)
    other = stead.User.from_dict({**USER, "version": 4})
    assert user == stead.User.from_dict(copy.deepcopy(USER))
    assert user != other
    assert user != USER
    assert len({user, other, stead.User.from_dict(USER)}) == 2
    assert pickle.loads(pickle.dumps(user)) == copy.deepcopy(user) == copy.copy(user) == user


def test_a_record_can_be_made_by_hand() -> None:
    grant = stead.Grant(id=USER["id"], version=1, operations=("document.send",), until=START)  # type: ignore[arg-type]
    assert grant.to_dict() == {
        "id": USER["id"],
        "version": 1,
        "operations": ["document.send"],
        "until": 1767225600000,
    }
    assert grant.operations == (stead.Operation.DOCUMENT_SEND,)
    assert stead.Right(actor_id="a", principal=None, authority=stead.Authority.SELF).to_dict()["principal"] is None
    with pytest.raises(TypeError, match="nope"):
        stead.Person(name="David", email="david@cubeflakes.com", nope=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="email"):
        stead.Person(name="David")  # type: ignore[call-arg]


def test_a_missing_member_says_so() -> None:
    with pytest.raises(AttributeError, match="without email"):
        _ = stead.Person.from_dict({"name": "David"}).email


def test_no_secret_shows(office: Office) -> None:
    key = office.hank.api_keys.create(name="nightly job")
    assert key.key is not None
    assert key.key not in repr(key)
    assert "key=…" in repr(key)
    office.asked()
    (message,) = office.mails(LUTHER)
    assert message.token is not None
    assert message.token not in repr(message)
    assert message.token not in repr(stead.Messages.from_dict({"items": [message.to_dict()]}))
    signer = stead.NewSigner(name="David", email_address="david@cubeflakes.com", authentication_code="4711")
    assert "4711" not in repr(signer)
    assert "David" in repr(signer)
    assert bytes([7]) * 32 not in repr(office.engine).encode()


@given(some.integers(0, 253402300799999))
def test_times_come_back_to_the_millisecond(ms: int) -> None:
    assert milliseconds(moment(ms)) == ms


@given(some.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(9999, 12, 30), timezones=some.timezones()))
def test_times_of_any_zone_are_cut_to_the_millisecond(time: datetime) -> None:
    assert timedelta(0) <= time.astimezone(UTC) - moment(milliseconds(time)) < timedelta(milliseconds=1)


def test_times_need_a_zone_and_end_with_the_year_9999() -> None:
    with pytest.raises(ValueError, match="time zone"):
        to_wire(datetime(2026, 1, 1))
    assert milliseconds(datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(hours=1)))) == 1767225600000
    assert moment(2**53 - 1) == datetime.max.replace(tzinfo=UTC)


def test_requests_leave_out_what_is_unset_and_keep_none() -> None:
    given_ = {"name": None, "text_hash": UNSET, "from_": START, "meta_data": {"snake_case": None}}
    assert members(given_) == {"name": None, "from": 1767225600000, "metaData": {"snake_case": None}}
    assert not UNSET
    assert repr(UNSET) == "UNSET"
    assert member_name("sha256") == "sha256"


@pytest.mark.parametrize("value", [b"bytes", object(), {"a": b"x"}, [object()]])
def test_what_is_no_json_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no place in a record"):
        to_wire(value)
    with pytest.raises((TypeError, ValueError)):
        stead.Bounds(x=float("nan"), y=value, width=1, height=1)  # type: ignore[arg-type]


def test_numbers_and_texts_that_json_has_not_are_refused(office: Office) -> None:
    with pytest.raises(ValueError, match="JSON"):
        office.hank.documents.remind(office.account.id, message=float("inf"))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="surrogate"):
        office.hank.identities.create(name="Luther \ud800", email=LUTHER)
    with pytest.raises(stead.Invalid):
        office.hank.users.invite(email=LUTHER, meta_data={"n": 2**53})  # type: ignore[dict-item]
