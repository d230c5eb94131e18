"""Which way each link takes over the page, seen from above: its gaps, and its x at each row.

A link leaves its card by the top or bottom edge, takes one gap in each row that it passes (chosen
by a small dynamic programme: near the straight line, few lines in one gap), and swings from gap to
gap inside the channels. Neighbours in a row are joined straight across the gap between them.

All cards are of one width, so longer words in a card change how tall its row is and no course.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from iceberg.layout.badges import badge_size
from iceberg.layout.course import Course
from iceberg.layout.lanes import place_lanes, place_ports, share_channels
from iceberg.layout.parts import MM_PER_PT
from iceberg.layout.streets import Stand, Streets, streets
from iceberg.model import Link

NEAR_GAPS = 4
"""Gaps considered in each row that a link passes."""
CLEAR_EM = 0.45
"""Distance that links keep from the cards they pass."""
KEPT = 64
"""Pages whose courses are kept: most edits of words change none of them."""
CROWDING_EM = 3.0
"""A line already in a gap makes it as unattractive as this detour, per em of the gap's width."""
ARROW_EM = 0.9
"""The last stretch of a link runs straight into its card, for the arrowhead."""
BESIDE_AIR_EM = 0.9
"""What a straight link between neighbours needs beside its arrowhead and badge."""


@lru_cache(maxsize=KEPT)
def courses(
    links: tuple[Link, ...],
    stands: tuple[Stand, ...],
    rows: int,
    sides: tuple[float, float],
    em: float,
) -> tuple[Course, ...]:
    """The course of every link over so many rows, between ``sides`` (mm).

    They are kept, and not to be changed by who gets them, but for the last path.
    """
    cards = {stand.id: stand for stand in stands}
    ways = streets(stands, rows, sides, CLEAR_EM * em)
    found = [Course(link, cards[link.source], cards[link.target]) for link in links]
    load: dict[tuple[int, int], int] = {}
    for way in sorted(found, key=lambda r: (abs(r.last - r.first), r.link.id)):
        _choose(way, ways, load, em)
    place_lanes(found, ways, em)
    place_ports(found, em)
    share_channels(found)
    return tuple(found)


def _choose(way: Course, ways: Streets, load: dict[tuple[int, int], int], em: float) -> None:
    """Pick the gaps of a link, or that it runs beside or over its row."""
    if way.level:
        order = ways.order[way.first]
        at, to = order.index(way.start.id), order.index(way.end.id)
        key = (way.first, min(at, to) + 1)
        way.beside = abs(at - to) == 1 and _room_beside(way, load.get(key, 0), em)
        if way.beside:
            load[key] = load.get(key, 0) + 1
            way.turn = load[key] - 1
        else:
            up, down = (way.first, -1), (way.first + 1, -1)
            way.over = load.get(up, 0) <= load.get(down, 0)
            chosen = up if way.over else down
            load[chosen] = load.get(chosen, 0) + 1
        way.xs = [way.start.centre, way.end.centre]
        return
    step = 1 if way.downward else -1
    way.rows = list(range(way.first + step, way.last, step))
    way.gaps = _cheapest(way, ways, load, em)
    for row, gap in zip(way.rows, way.gaps, strict=True):
        load[row, gap] = load.get((row, gap), 0) + 1
    line = _straight_xs(way)
    inner = [ways.gaps[r][g].nearest(x) for r, g, x in zip(way.rows, way.gaps, line, strict=True)]
    way.xs = [way.start.centre, *inner, way.end.centre]


def _room_beside(way: Course, used: int, em: float) -> bool:
    """Whether arrowhead and badge fit between two neighbours, beside the links already there."""
    a, b = way.start, way.end
    between = max(a.left, b.left) - min(a.right, b.right)
    needed = ARROW_EM + badge_size(way.link, em / MM_PER_PT)[0] / em + BESIDE_AIR_EM
    return used < 2 and a.tall and b.tall and between > needed * em


def _straight_xs(way: Course) -> list[float]:
    a, b = way.start.centre, way.end.centre
    count = len(way.rows) + 1
    return [a + (b - a) * (n + 1) / count for n in range(len(way.rows))]


def _cheapest(
    way: Course, ways: Streets, load: Mapping[tuple[int, int], int], em: float
) -> list[int]:
    """The gaps with the least sideways travel, detour and crowding (dynamic programme)."""
    best: list[tuple[float, float, list[int]]] = [(0.0, way.start.centre, [])]
    for row, x in zip(way.rows, _straight_xs(way), strict=True):
        after = []
        for number in ways.near(row, x, NEAR_GAPS):
            gap = ways.gaps[row][number]
            at = gap.nearest(x)
            width = max(gap.right - gap.left, 0.1 * em)
            crowd = load.get((row, number), 0) * CROWDING_EM * em * min(1.0, 2 * em / width)
            cost, _, path = min((c + abs(at - px), px, p) for c, px, p in best)
            after.append((cost + 0.5 * abs(at - x) + crowd, at, [*path, number]))
        best = after
    end = way.end.centre
    return min((c + abs(end - px), px, p) for c, px, p in best)[2]
