"""`stead graph`: who may act for whom, as a picture and in words."""

from __future__ import annotations

import itertools
from datetime import timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from conftest import DAVID, HANK, LUTHER, Office
from desk import Desk
from stead.cli._network import Link, Somebody, State, strongest
from stead.cli._picture import draw

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = Somebody("</text><script>alert(1)</script>&\x00\x1b", 'x"y@cubeflakes.com')
ALEX = Somebody("Alex Gayle", "alexgayle@cubeflakes.com")


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Desk:
    return Desk(office, tmp_path)


def _drawn(desk: Desk, folder: Path, *words: str) -> tuple[list[Any], ET.Element]:
    file = folder / "graph.svg"
    links = desk.json("graph", "--output", str(file), *words)["links"]
    return links, ET.parse(file).getroot()


def _lines(picture: ET.Element) -> list[str]:
    return [path.findtext(f"{SVG}title", "") for path in picture.iter(f"{SVG}path") if len(path)]


def test_the_picture_shows_who_acts_for_whom(desk: Desk, tmp_path: Path) -> None:
    desk.office.consented()
    links, picture = _drawn(desk, tmp_path)
    [link] = links
    assert (link["actor"]["email"], link["principal"]["email"], link["state"]) == (HANK, LUTHER, "now")
    assert _lines(picture) == ["Hank White for Luther Cooper: may act now; everything that can be granted"]
    assert picture.findtext(f"{SVG}desc") == f"{_lines(picture)[0]}."
    assert picture.get("role") == "img"
    texts = [text.text for text in picture.iter(f"{SVG}text")]
    assert {"Hank White", HANK, "Luther Cooper", LUTHER, "Who may act for whom: Cubeflakes"} <= set(texts)


def test_the_same_is_said_in_words(desk: Desk, tmp_path: Path) -> None:
    desk.office.consented()
    shown = desk("graph", "--output", str(tmp_path / "graph.svg")).stdout
    assert f"Hank White <{HANK}>" in shown
    assert "may act now" in shown
    assert desk("graph", "--output", "-").stdout == (tmp_path / "graph.svg").read_text()


def test_what_ended_is_shown_at_wish(desk: Desk, tmp_path: Path) -> None:
    office = desk.office
    asked = office.asked()
    token = office.token(LUTHER)
    office.engine.owners.approve(
        token,
        text_hash=office.engine.owners.look(token).text_hash,
        operations=["document.send"],
        until=office.now + timedelta(days=30),
    )
    office.hank.identities.delete(asked.id)
    links, picture = _drawn(desk, tmp_path)
    assert links == []
    assert "Nobody may act for anybody." in {text.text for text in picture.iter(f"{SVG}text")}
    [link], picture = _drawn(desk, tmp_path, "--ended")
    assert (link["state"], link["operations"]) == ("ended", ["document.send"])
    assert "ended 2026-01-01 00:00 UTC" in _lines(picture)[0]


def test_everybody_sees_what_is_theirs(desk: Desk, tmp_path: Path) -> None:
    office = desk.office
    office.consented()
    office.hank.identities.create(name="David", email=DAVID)
    links, _ = _drawn(desk, tmp_path, "--mine")
    assert {(link["principal"]["email"], link["state"]) for link in links} == {(LUTHER, "now"), (DAVID, "asked")}


def test_the_whole_account_is_for_those_who_may_read_it(desk: Desk, tmp_path: Path) -> None:
    office = desk.office
    office.hank.users.invite(email=LUTHER, name="Luther Cooper")
    luther = office.engine.invitations.accept(office.token(LUTHER), name="Luther Cooper").id
    office.consented()
    assert desk.error("graph", "--user", luther, code=12)["code"] == "lacksRole"
    links, _ = _drawn(desk, tmp_path, "--user", luther, "--mine")
    assert [(link["actor"]["email"], link["principal"]["email"]) for link in links] == [(HANK, LUTHER)]


def test_texts_of_people_stay_texts() -> None:
    picture = draw([Link(HOSTILE, ALEX, State.NOW, ("<b>",))], title='"<&>')
    root = ET.fromstring(picture)
    assert not list(root.iter(f"{SVG}script"))
    assert _lines(root) == ["</text><script>alert(1)</script>&\ufffd\ufffd for Alex Gayle: may act now; <b>"]
    assert root.findtext(f"{SVG}title") == '"<&>'


def test_long_names_stay_in_their_box() -> None:
    root = ET.fromstring(draw([Link(Somebody("長" * 80, "a@b.example"), ALEX, State.NOW)], title="長" * 80))
    shown = {text.get("class"): text.text or "" for text in root.iter(f"{SVG}text") if "長" in (text.text or "")}
    assert shown == {"title": "長" * 34 + "…", "name": "長" * 14 + "…"}


def test_boxes_do_not_lie_on_each_other() -> None:
    people = [Somebody(f"Desk {number}", f"desk{number}@cubeflakes.com") for number in range(12)]
    links = [Link(people[one], people[(5 * one + step) % 12], State.NOW) for one in range(12) for step in range(2)]
    root = ET.fromstring(draw(links, title="Many"))
    boxes = [box for box in root.iter(f"{SVG}rect") if box.get("class") == "box"]
    corners = sorted((int(box.get("x", "")), int(box.get("y", ""))) for box in boxes)
    assert len(corners) == 24
    assert all(x != next_x or next_y - y >= 48 for (x, y), (next_x, next_y) in itertools.pairwise(corners))
    assert corners[-1][1] + 48 < int(root.get("height", ""))


def test_the_strongest_permission_is_drawn() -> None:
    hank = Somebody("Hank White", HANK)
    links = [Link(hank, ALEX, state) for state in (State.ENDED, State.LATER, State.NOW, State.ASKED)]
    assert [link.state for link in strongest(links, ended=True)] == [State.NOW]
    assert strongest(links[:1], ended=False) == []
    root = ET.fromstring(draw(strongest(links[:2], ended=True), title="One"))
    assert [path.get("class") for path in root.iter(f"{SVG}path")] == ["later", "later"]  # the line and its legend
