"""Which way each link takes over the page, seen from above: its gaps, and its x at each row.

A link leaves its card by the top or bottom edge, takes one gap in each row that it passes (chosen
by a small dynamic programme: near the straight line, few lines in one gap), and swings from gap to
gap inside the channels. Neighbours in a row are joined straight across the gap between them.

All cards are of one width, so longer words in a card change how tall its row is and no course.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from iceberg.layout.badges import badge_size
from iceberg.layout.parts import MM_PER_PT, Bezier
from iceberg.layout.spread import spread
from iceberg.layout.stack import stacked
from iceberg.layout.streets import Gap, Stand, Streets, streets
from iceberg.model import Link

NEAR_GAPS = 4
"""Gaps considered in each row that a link passes."""
CLEAR_EM = 0.45
"""Distance that links keep from the cards they pass."""
KEPT = 64
"""Pages whose courses are kept: most edits of words change none of them."""
CROWDING_EM = 3.0
"""A line already in a gap makes it as unattractive as this detour, per em of the gap's width."""
PORT_EM = 1.15
"""Distance of two ports on one edge of a card: an arrowhead and air."""
LANE_EM = 0.75
"""Distance of two lines in one gap."""
ARROW_EM = 0.9
"""The last stretch of a link runs straight into its card, for the arrowhead."""
BESIDE_AIR_EM = 0.9
"""What a straight link between neighbours needs beside its arrowhead and badge."""
CORNER_EM = 0.9
"""How far ports keep from a card's corners."""


@dataclass(slots=True)
class Course:
    """A link on its way: the gaps it takes and the x at each waypoint.

    ``level`` is the channel of a link within one row; ``xs`` has the port of the source, one x a
    passed row, and the port of the target. ``lanes`` are where it runs in each channel, 0 (top) to
    1. ``turn`` counts the links that already run beside it. ``last_path`` is the path that it was
    last given, by the heights (mm) that this depended on.
    """

    link: Link
    start: Stand
    end: Stand
    rows: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    xs: list[float] = field(default_factory=list)
    lanes: dict[int, float] = field(default_factory=dict)
    beside: bool = False
    over: bool = False
    turn: int = 0
    last_path: tuple[tuple[float, ...], tuple[Bezier, ...]] | None = None

    @property
    def first(self) -> int:
        """The row of the source."""
        return self.start.row

    @property
    def last(self) -> int:
        """The row of the target."""
        return self.end.row

    @property
    def downward(self) -> bool:
        """Whether the link leaves by its source's lower edge."""
        return self.last > self.first

    @property
    def level(self) -> bool:
        """Whether both ends stand in one row."""
        return self.last == self.first


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
    _place_lanes(found, ways, em)
    _place_ports(found, em)
    _share_channels(found)
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


def _place_lanes(found: Sequence[Course], ways: Streets, em: float) -> None:
    """Side by side in each gap, in the order of where the lines come from and go to."""
    users: dict[tuple[int, int], list[tuple[Course, int]]] = {}
    for way in found:
        for n, (row, gap) in enumerate(zip(way.rows, way.gaps, strict=True)):
            users.setdefault((row, gap), []).append((way, n + 1))
    for (row, gap), lines in sorted(users.items(), key=lambda item: item[0]):
        lines.sort(key=lambda use: (_before_and_after(*use), use[0].link.id))
        room = ways.gaps[row][gap]
        middle = (room.left + room.right) / 2
        half = (len(lines) - 1) * LANE_EM * em / 2
        wishes = [
            min(max(way.xs[n], middle - half), middle + half) if _narrow(room, em) else way.xs[n]
            for way, n in lines
        ]
        xs = spread(wishes, [LANE_EM * em] * (len(lines) - 1), room.left, room.right)
        for (way, n), x in zip(lines, xs, strict=True):
            way.xs[n] = x


def _narrow(room: Gap, em: float) -> bool:
    return room.right - room.left < 6 * em


def _before_and_after(way: Course, n: int) -> float:
    return way.xs[n - 1] + way.xs[n + 1]


def _place_ports(found: Sequence[Course], em: float) -> None:
    """Spread the ends of links along the edges of their cards, in the order of where they go."""
    ports: dict[tuple[str, bool], list[tuple[float, Course, int]]] = {}
    for way in found:
        if way.beside:
            continue
        below_start = not way.over if way.level else way.downward
        below_end = not way.over if way.level else not way.downward
        goal, origin = _aims(way, em)
        ports.setdefault((way.start.id, below_start), []).append((goal, way, 0))
        ports.setdefault((way.end.id, below_end), []).append((origin, way, len(way.xs) - 1))
    for _, ends in sorted(ports.items(), key=lambda item: item[0]):
        ends.sort(key=lambda end: (end[0], _far(end[1], end[2]), end[1].link.id, end[2]))
        card = ends[0][1].start if ends[0][2] == 0 else ends[0][1].end
        corner = min(CORNER_EM * em, card.width / 4)
        low, high = card.left + corner, card.right - corner
        xs = spread([end[0] for end in ends], [PORT_EM * em] * (len(ends) - 1), low, high)
        for (_, way, n), x in zip(ends, xs, strict=True):
            way.xs[n] = x


def _far(way: Course, n: int) -> float:
    return way.end.centre if n == 0 else way.start.centre


def _aims(way: Course, em: float) -> tuple[float, float]:
    """Where along their cards' edges the two ends would like to be."""
    a, b = way.start, way.end
    if way.rows:
        return _towards(a.centre, way.xs[1], a.width), _towards(b.centre, way.xs[-2], b.width)
    low, high = max(a.left, b.left), min(a.right, b.right)
    if not way.level and high - low > 2 * CORNER_EM * em:
        return (low + high) / 2, (low + high) / 2
    return _towards(a.centre, b.centre, a.width), _towards(b.centre, a.centre, b.width)


def _towards(centre: float, goal: float, width: float) -> float:
    """From the middle of an edge towards the goal, but not into the corner."""
    return centre + min(max(goal - centre, -0.36 * width), 0.36 * width)


Crossing = tuple[float, float, Course, int]
"""A link in a channel: x at the channel's upper and lower side, the route and which waypoint."""


def _share_channels(found: Sequence[Course]) -> None:
    """Give each link a lane in each channel, 0 (top) to 1.

    Lines that move right are stacked with the last to come on top, lines that move left with the
    first on top; then no two of a kind cross in the channel without need.
    """
    channels: dict[int, list[Crossing]] = {}
    for way in found:
        if way.beside:
            continue
        if way.level:
            channel = way.first if way.over else way.first + 1
            channels.setdefault(channel, []).append((way.xs[0], way.xs[-1], way, 0))
            continue
        for n in range(len(way.xs) - 1):
            row = way.first + n if way.downward else way.first - n
            upper, lower = (
                (way.xs[n], way.xs[n + 1]) if way.downward else (way.xs[n + 1], way.xs[n])
            )
            channels.setdefault(row + 1 if way.downward else row, []).append((upper, lower, way, n))
    for crossings in channels.values():
        _stack(crossings)


def _stack(crossings: list[Crossing]) -> None:
    ordered = sorted(crossings, key=_height_key)
    depths = stacked([(min(one[:2]), max(one[:2])) for one in ordered])
    lanes = max(depths) + 1
    for (_, _, way, n), lane in zip(ordered, depths, strict=True):
        way.lanes[n] = (lane + 1) / (lanes + 1)


def _height_key(crossing: Crossing) -> tuple[int, float, str]:
    upper, lower, way, _ = crossing
    if way.level:
        length = abs(upper - lower)
        return (0, -length, way.link.id) if way.over else (2, length, way.link.id)
    return (1, -upper if lower >= upper else upper, way.link.id)
