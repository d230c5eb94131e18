"""A place for each link's badge: on its path, clear of cards, names and other badges."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np

from iceberg.layout import text
from iceberg.layout.crossings import Floats
from iceberg.layout.faces import badge_text
from iceberg.layout.parts import MM_PER_PT, Bezier, Point, Rect
from iceberg.layout.traffic import Traffic
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
BOARD_EM = 4.0
"""The squares by which obstacles are found: a card takes few of them, and few share one."""
TILE_EM = 0.3
"""The tiles by which places that are surely taken are passed over: a badge has some of them."""
SQUARE_EM = 0.45
"""The raster on which links are counted."""
EVERY = 2
"""Every so many squares along a link a place for its badge is tried."""
MANY_POINTS = 50_000
"""Where links have more squares than three times this, as on a page of 500 cards, places are tried
less closely: two badges of 750 find none, for a quarter of an edit's time."""
FEW = 8
"""Places looked at before it is asked which of the others may be free, and then in one go."""
CLEAR_EM = 0.35
"""A link this near to a badge could be taken for its own."""
PROBES = np.array([(x, y) for x in (-0.4, 0.0, 0.4) for y in (-0.4, 0.0, 0.4)])
"""Where in a box it is asked whether a tile is covered, from its middle, in its own size."""
HAIR = 1e-6
Edges: TypeAlias = tuple[float, float, float, float]
"""Where a rectangle begins and ends across, then down, in mm: asked too often for its names."""


class Board:
    """What badges must keep clear of, found by squares of the page.

    ``covered`` says of each smaller tile of the room whether one thing takes all of it, so that
    most places are passed over by numpy before any is looked at alone.
    """

    def __init__(self, room: Rect, em: float) -> None:
        self.square = BOARD_EM * em
        self.taken: dict[tuple[int, int], list[Edges]] = {}
        self.room = room
        self.tile = TILE_EM * em
        shape = math.ceil(room.width / self.tile) + 1, math.ceil(room.height / self.tile) + 1
        self.covered = np.zeros(shape, dtype=bool)

    def _squares(self, rect: Rect) -> Iterable[tuple[int, int]]:
        for column in range(int(rect.x // self.square), int(rect.right // self.square) + 1):
            for row in range(int(rect.y // self.square), int(rect.bottom // self.square) + 1):
                yield column, row

    def take(self, rect: Rect) -> None:
        """Keep this rectangle free of badges from now on."""
        for square in self._squares(rect):
            self.taken.setdefault(square, []).append((rect.x, rect.right, rect.y, rect.bottom))
        x, y = (rect.x - self.room.x) / self.tile, (rect.y - self.room.y) / self.tile
        across, down = rect.width / self.tile, rect.height / self.tile
        self.covered[_whole(x, x + across), _whole(y, y + down)] = True

    def perhaps_free(self, places: Floats, width: float, height: float) -> Floats:
        """The places (n, 2) where a box of this size, in mm, may be free; the others are taken."""
        shares = PROBES[:, None] * (width, height)
        at = ((places + shares - (self.room.x, self.room.y)) / self.tile).astype(int)
        wide, high = self.covered.shape
        across = np.minimum(np.maximum(at[..., 0], 0), wide - 1)
        down = np.minimum(np.maximum(at[..., 1], 0), high - 1)
        found: Floats = places[~self.covered[across, down].any(axis=0)]
        return found

    def free(self, rect: Rect) -> bool:
        """Whether nothing stands within this rectangle."""
        x, right, y, bottom = rect.x, rect.right, rect.y, rect.bottom
        for square in self._squares(rect):
            for left, end, top, foot in self.taken.get(square, ()):
                if x < end and left < right and y < foot and top < bottom:
                    return False
        return True


def _whole(low: float, high: float) -> slice:
    """The tiles that lie between, whole; a hair less, so that rounding adds none."""
    first = max(math.ceil(low + HAIR), 0)
    return slice(first, max(math.floor(high - HAIR), first))


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
    board = Board(room, em)
    for rect in obstacles:
        board.take(rect)
    order = sorted(links, key=lambda link: (link.sign is None, link.id))
    sizes = {link.id: size for link in order if (size := badge_size(link, font_pt))[0]}
    placed: dict[str, Rect] = {}
    for link_id, places in _places(Traffic.of(paths, SQUARE_EM * em), paths, sizes, em):
        place = _first_free(board, places, *sizes[link_id], room, AIR_EM * em)
        if place is not None:
            placed[link_id] = place
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


def _places(
    traffic: Traffic,
    paths: Iterable[str],
    sizes: Mapping[str, tuple[float, float]],
    em: float,
) -> Iterator[tuple[str, Floats]]:
    """For each badge, by link id: its places (n, 2), the best first; ``sizes`` are in mm.

    Best are few other links near, then near the middle; what hides the arrowhead comes last.
    """
    if not sizes:
        return
    number = {link_id: n for n, link_id in enumerate(paths)}
    links = np.array([number[link_id] for link_id in sizes])
    along = traffic.along(links, max(EVERY, len(traffic.points) // MANY_POINTS))
    boxes = np.array(list(sizes.values()))[along.which]
    crowds = traffic.others(links[along.which], along.points, boxes + 2 * CLEAR_EM * em)
    to_end = np.abs(along.points - along.ends).sum(axis=1)
    on_arrow = to_end < boxes[:, 0] / 2 + ARROW_EM * em
    costs = crowds + np.abs(along.share - 0.5) + ON_ARROW * on_arrow
    best = along.points[np.lexsort((costs, along.which))]
    ends = np.searchsorted(along.which, np.arange(len(links) + 1)).tolist()
    for n, link_id in enumerate(sizes):
        yield link_id, best[ends[n] : ends[n + 1]]


def _first_free(
    board: Board,
    places: Floats,
    width: float,
    height: float,
    room: Rect,
    air: float,
) -> Rect | None:
    for shrink in SHRINKS:
        wide, high, space = width * shrink, height * shrink, air * shrink
        for x, y in _likely(board, places, wide, high):
            rect = Rect(
                round(x - wide / 2, 3), round(y - high / 2, 3), round(wide, 3), round(high, 3)
            )
            around = Rect(rect.x - space, rect.y - space, wide + 2 * space, high + 2 * space)
            if _inside(around, room) and board.free(around):
                return rect
    return None


def _likely(board: Board, places: Floats, width: float, height: float) -> Iterator[Point]:
    """The places as pairs: the first few, which most badges take, then those that may be free."""
    yield from places[:FEW].tolist()
    free = board.perhaps_free(places[FEW:], width, height)
    for first in range(0, len(free), FEW):
        yield from free[first : first + FEW].tolist()


def _inside(rect: Rect, room: Rect) -> bool:
    return (
        rect.x >= room.x
        and rect.y >= room.y
        and rect.right <= room.right
        and rect.bottom <= room.bottom
    )
