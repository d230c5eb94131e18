"""A place for each link's badge: on its path, clear of cards, names and other badges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from iceberg.layout import text
from iceberg.layout.faces import badge_text
from iceberg.layout.parts import MM_PER_PT, Bezier, Point, Rect
from iceberg.model import Link

BADGE_EM = 1.25
"""Height of a badge, in ems of the cards' type."""
BADGE_TYPE = 0.74
"""Type on a badge beside the cards'."""
SHRINKS = (1.0, 0.8, 0.62)
"""Sizes that are tried in turn where space is short."""
AIR_EM = 0.12
"""Least distance of a badge from anything else."""
ARROW_EM = 0.8
"""Length of an arrowhead, in ems of the cards' type."""
ON_ARROW = 10
"""A place that hides the arrowhead is as bad as this many links passing by."""
STEPS = 7
"""Places tried on each piece of a path."""


@dataclass(frozen=True, slots=True)
class Way:
    """Points along a link's path in mm, and for each the square of the page that it is in."""

    points: list[Point]
    squares: list[tuple[int, int]]


class Board:
    """What badges must keep clear of, found by squares of the page."""

    def __init__(self, square: float) -> None:
        self.square = square
        self.taken: dict[tuple[int, int], list[Rect]] = {}
        self.lines: dict[tuple[int, int], set[str]] = {}

    def _squares(self, rect: Rect) -> Iterable[tuple[int, int]]:
        for column in range(int(rect.x // self.square), int(rect.right // self.square) + 1):
            for row in range(int(rect.y // self.square), int(rect.bottom // self.square) + 1):
                yield column, row

    def take(self, rect: Rect) -> None:
        """Keep this rectangle free of badges from now on."""
        for square in self._squares(rect):
            self.taken.setdefault(square, []).append(rect)

    def draw(self, link_id: str, way: Way) -> None:
        """Note that a link passes through these squares."""
        for square in way.squares:
            self.lines.setdefault(square, set()).add(link_id)

    def free(self, rect: Rect) -> bool:
        """Whether nothing stands within this rectangle."""
        return not any(
            _overlap(rect, other)
            for square in self._squares(rect)
            for other in self.taken.get(square, ())
        )

    def crowds(self, way: Way) -> list[int]:
        """How many links pass near each point of a way."""
        return [len(self.lines[square]) for square in way.squares]


def _overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def place_badges(
    links: Sequence[Link],
    paths: Mapping[str, tuple[Bezier, ...]],
    obstacles: Iterable[Rect],
    room: Rect,
    font_pt: float,
) -> dict[str, Rect]:
    """The rectangle (mm) of every badge that finds a place, by link id.

    A badge sits as near to the middle of its link as it can, away from other links; where there
    is no free place at full size it shrinks, and at the last it is left out.
    """
    em = font_pt * MM_PER_PT
    board = Board(BADGE_EM * em)
    for rect in obstacles:
        board.take(rect)
    ways = _ways(paths, board.square)
    for link_id, way in ways.items():
        board.draw(link_id, way)
    placed: dict[str, Rect] = {}
    for link in sorted(links, key=lambda link: (link.sign is None, link.id)):
        width, height = badge_size(link, font_pt)
        if not width:
            continue
        place = _best(board, ways[link.id], width, height, room, AIR_EM * em)
        if place is not None:
            placed[link.id] = place
            board.take(place)
    return placed


def badge_size(link: Link, font_pt: float) -> tuple[float, float]:
    """Width and height of a link's badge in mm; no width if it has none."""
    said = badge_text(link)
    em = font_pt * MM_PER_PT
    if not said:
        return 0.0, 0.0
    if link.sign is not None:
        return BADGE_EM * em, BADGE_EM * em
    return text.line_width(said, font_pt * BADGE_TYPE, bold=True) + 0.8 * em, BADGE_EM * em


def _ways(paths: Mapping[str, tuple[Bezier, ...]], square: float) -> dict[str, Way]:
    """``STEPS`` points on each piece of every path, all worked out at once."""
    pieces = np.array([piece for path in paths.values() for piece in path]).reshape(-1, 8)
    t = (np.arange(STEPS) + 0.5) / STEPS
    u = 1 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    x, y = (
        sum(weight * pieces[:, [2 * n + axis]] for n, weight in enumerate(weights))
        for axis in (0, 1)
    )
    points = list(zip(x.ravel().tolist(), y.ravel().tolist(), strict=True))
    columns, rows = ((at // square).astype(int).ravel().tolist() for at in (x, y))
    squares = list(zip(columns, rows, strict=True))
    ways, first = {}, 0
    for link_id, path in paths.items():
        last = first + STEPS * len(path)
        ways[link_id] = Way(points[first:last], squares[first:last])
        first = last
    return ways


def _by_preference(crowds: Sequence[int], points: Sequence[Point], arrow: float) -> list[int]:
    """The places from best to worst: few other links near, near the middle, not on the arrow."""
    middle = (len(points) - 1) / 2
    end_x, end_y = points[-1]

    def dislike(n: int) -> tuple[float, int]:
        x, y = points[n]
        on_arrow = abs(x - end_x) + abs(y - end_y) < arrow
        return crowds[n] + abs(n - middle) / len(points) + ON_ARROW * on_arrow, n

    return sorted(range(len(points)), key=dislike)


def _best(
    board: Board,
    way: Way,
    width: float,
    height: float,
    room: Rect,
    air: float,
) -> Rect | None:
    order = _by_preference(board.crowds(way), way.points, width / 2 + ARROW_EM * height / BADGE_EM)
    for shrink in SHRINKS:
        wide, high, space = width * shrink, height * shrink, air * shrink
        for n in order:
            x, y = way.points[n]
            rect = Rect(
                round(x - wide / 2, 3), round(y - high / 2, 3), round(wide, 3), round(high, 3)
            )
            around = Rect(rect.x - space, rect.y - space, wide + 2 * space, high + 2 * space)
            if _inside(around, room) and board.free(around):
                return rect
    return None


def _inside(rect: Rect, room: Rect) -> bool:
    return (
        rect.x >= room.x
        and rect.y >= room.y
        and rect.right <= room.right
        and rect.bottom <= room.bottom
    )
