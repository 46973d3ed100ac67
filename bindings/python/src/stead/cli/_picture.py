"""Who may act for whom, drawn: actors on the left, the people they act for on the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

from ._network import Link, Somebody, State
from ._telling import plain

_BOX = (280, 48)
_ROW = 72
_GAP = 260
_EDGE = 32
_HEAD = 104
_FOOT = 56
_NAME_SIGNS = 30
_EMAIL_SIGNS = 38
_TITLE_SIGNS = 70

_STYLE = """
  text { font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; fill: #1c2430; }
  .paper { fill: #ffffff; }
  .title { font-size: 20px; font-weight: 600; }
  .head { font-size: 13px; fill: #5a6675; }
  .name { font-size: 14px; font-weight: 600; }
  .mail { font-size: 12px; fill: #5a6675; }
  .box { fill: #f5f7fa; stroke: #c3ccd8; }
  path { fill: none; stroke-width: 2; }
  .now { stroke: #14804a; }
  .later { stroke: #1f6feb; stroke-dasharray: 10 5; }
  .asked { stroke: #b26a00; stroke-dasharray: 2 5; }
  .ended { stroke: #9aa5b1; stroke-dasharray: 6 6; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e8edf3; } .paper { fill: #12171e; } .head, .mail { fill: #9aa7b6; }
    .box { fill: #1c2430; stroke: #3a4656; }
    .now { stroke: #3fb877; } .later { stroke: #6ea8fe; } .asked { stroke: #e0a33e; } .ended { stroke: #6b7684; }
  }
"""


def draw(links: Sequence[Link], *, title: str) -> str:
    """The picture as the text of an SVG file that stands alone; every line says in words what it means."""
    actors = list(dict.fromkeys(link.actor for link in links))
    principals = _untangled(links, actors)
    rows = max(len(actors), len(principals), 1)
    width = 2 * _EDGE + 2 * _BOX[0] + _GAP
    height = _HEAD + rows * _ROW + _FOOT
    left, right = _EDGE, _EDGE + _BOX[0] + _GAP
    actor_places = _places(actors, left, rows)
    principal_places = _places(principals, right, rows)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' role="img" aria-labelledby="title desc">',
        f'<title id="title">{_text(title)}</title>',
        f'<desc id="desc">{_text(twin(links))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
        _words("title", left, 40, _short(title, _TITLE_SIGNS)),
        _words("head", left, 80, "acts"),
        _words("head", right, 80, "on behalf of"),
        *(_line(link, actor_places[link.actor], principal_places[link.principal]) for link in links),
        *(_box(somebody, place) for places in (actor_places, principal_places) for somebody, place in places.items()),
        *([] if links else [_words("name", left, _HEAD + 30, "Nobody may act for anybody.")]),
        *_legend(links, left, height - _FOOT // 2),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def twin(links: Sequence[Link]) -> str:
    """What the picture shows, in words: one sentence for each line."""
    return " ".join(f"{link}." for link in links) or "Nobody may act for anybody."


def _untangled(links: Sequence[Link], actors: Sequence[Somebody]) -> list[Somebody]:
    """The people acted for, each near those who act for them, so that few lines cross."""
    heights: dict[Somebody, list[int]] = {}
    for link in links:
        heights.setdefault(link.principal, []).append(actors.index(link.actor))
    return sorted(heights, key=lambda person: (sum(heights[person]) / len(heights[person]), person.name, person.email))


def _places(people: Sequence[Somebody], x: int, rows: int) -> dict[Somebody, tuple[int, int]]:
    top = _HEAD + (rows - len(people)) * _ROW // 2
    return {somebody: (x, top + number * _ROW) for number, somebody in enumerate(people)}


def _line(link: Link, start: tuple[int, int], end: tuple[int, int]) -> str:
    x1, y1 = start[0] + _BOX[0], start[1] + _BOX[1] // 2
    x2, y2 = end[0], end[1] + _BOX[1] // 2
    bend = (x2 - x1) // 2
    curve = f"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    kind = quoteattr(link.state.name.lower())
    return f'<path class={kind} d="{curve}"><title>{_text(link)}</title></path>'


def _box(somebody: Somebody, place: tuple[int, int]) -> str:
    x, y = place
    whole = _text(f"{somebody.name} {somebody.email}")
    return (
        f'<g><title>{whole}</title><rect class="box" x="{x}" y="{y}" width="{_BOX[0]}" height="{_BOX[1]}" rx="8"/>'
        + _words("name", x + 14, y + 21, _short(somebody.name, _NAME_SIGNS))
        + _words("mail", x + 14, y + 38, _short(somebody.email, _EMAIL_SIGNS))
        + "</g>"
    )


def _legend(links: Sequence[Link], x: int, y: int) -> list[str]:
    parts = []
    for state in State:
        if any(link.state is state for link in links):
            stroke = f'<path class="{state.name.lower()}" d="M{x} {y - 4} h36"/>'
            parts.append(stroke + _words("head", x + 44, y, state))
            x += 68 + 7 * len(state)
    return parts


def _words(kind: str, x: int, y: int, text: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{_text(text)}</text>'


def _short(text: str, signs: int) -> str:
    """The text, cut where it is wider than so many Latin letters."""
    ends = list(accumulate(2 if east_asian_width(sign) in "WF" else 1 for sign in text))
    if not ends or ends[-1] <= signs:
        return text
    return text[: sum(end < signs for end in ends)] + "…"


def _text(value: object) -> str:
    return escape(plain(value))
