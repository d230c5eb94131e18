"""Where lines run side by side: in the gaps of rows, along the edges of cards, in channels."""

from __future__ import annotations

from collections.abc import Sequence

from iceberg.layout.course import Course
from iceberg.layout.spread import spread
from iceberg.layout.stack import stacked
from iceberg.layout.streets import Gap, Streets

LANE_EM = 0.75
"""Distance of two lines in one gap."""
PORT_EM = 1.15
"""Distance of two ports on one edge of a card: an arrowhead and air."""
CORNER_EM = 0.9
"""How far ports keep from a card's corners."""


def place_lanes(found: Sequence[Course], ways: Streets, em: float) -> None:
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


def place_ports(found: Sequence[Course], em: float) -> None:
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


def share_channels(found: Sequence[Course]) -> None:
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
