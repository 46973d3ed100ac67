"""Lists page by themselves."""

from __future__ import annotations

import pytest

import stead
from conftest import Office


@pytest.fixture
def names(office: Office) -> list[str]:
    for number in range(25):
        office.hank.identities.create(name=f"Luther {number}", email=f"luther{number}@cubeflakes.com")
    return [f"Luther {number}" for number in reversed(range(25))]


def test_iterating_goes_through_all_pages(office: Office, names: list[str]) -> None:
    found = office.hank.identities.list()
    assert len(found.items) == 10
    assert (found.total, found.total_capped) == (25, False)
    assert [identity.name for identity in found] == names
    assert [identity.name for identity in found] == names
    assert [len(page.items) for page in found.pages()] == [10, 10, 5]
    assert repr(found) == "<Page of 10 Identity, 25 in all>"


def test_a_list_goes_on_from_wherever_it_began(office: Office, names: list[str]) -> None:
    second = office.hank.identities.list(page=2, page_size=7)
    assert [identity.name for identity in second] == names[7:]
    assert second.next_cursor is not None
    third = office.hank.identities.list(page_size=7, cursor=second.next_cursor)
    assert [identity.name for identity in third] == names[14:]
    assert [identity.name for identity in office.hank.identities.list(search="Luther 1", page_size=4)] == [
        name for name in names if name.startswith("Luther 1")
    ]


def test_pages_turn_back_into_what_came(office: Office, names: list[str]) -> None:
    page = office.hank.identities.list(page_size=100)
    assert page.next_page() is None
    answer = page.to_dict()
    assert set(answer) == {"items", "nextCursor", "total", "totalCapped"}
    assert answer["nextCursor"] is None
    assert [item["name"] for item in answer["items"]] == names


def test_the_trail_pages_from_an_index(office: Office, names: list[str]) -> None:
    everything = list(office.hank.audit.list(page_size=3))
    assert [row.index for row in everything] == list(range(len(everything)))
    assert [row.index for row in office.hank.audit.list(from_=5, page_size=3)] == list(range(5, len(everything)))
    asked = [row for row in everything if row.entry.operation == "identity.create"]
    assert len(asked) == 25
    assert asked[0].entry.actor.id == office.hank.user_id
    assert asked[0].entry.outcome is stead.Outcome.DONE
    one = office.hank.audit.list(subject_id=asked[0].entry.subject.id)
    assert [row.index for row in one] == [asked[0].index]


def test_an_empty_list(office: Office) -> None:
    assert list(office.hank.documents.list(status=[stead.DocumentStatus.DRAFT])) == []
    assert list(office.engine.outbox.dead_letters(page=1)) == []
    with pytest.raises(stead.Invalid):
        office.hank.identities.list(page_size=101)
