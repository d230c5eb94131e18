"""Where links may run: gaps between the cards of a row, channels between rows."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from iceberg.layout.parts import Rect
from iceberg.layout.place import Rows

Channel = tuple[float, float]
"""The upper and lower edge (mm) of the way between two rows."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a card stands across the page (mm), in a row counted from its top.

    ``tall`` says whether lines have room side by side at its edges.
    """

    id: str
    row: int
    left: float
    width: float
    tall: bool

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def centre(self) -> float:
        """Its middle."""
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class Gap:
    """A way through a row: all x between ``left`` and ``right`` are free of cards."""

    left: float
    right: float

    def nearest(self, x: float) -> float:
        """The x in the gap that is nearest to this one."""
        return min(max(x, self.left), self.right)


@dataclass(frozen=True, slots=True)
class Streets:
    """All gaps, row by row from left to right, and the cards of each row in the same order."""

    gaps: tuple[tuple[Gap, ...], ...]
    order: tuple[tuple[str, ...], ...]

    def near(self, row: int, x: float, count: int) -> list[int]:
        """The numbers of the gaps of a row that are nearest to x, from left to right."""
        gaps = self.gaps[row]
        at = bisect([gap.right for gap in gaps], x)
        first = max(0, min(at - count // 2, len(gaps) - count))
        return list(range(first, min(len(gaps), first + count)))


def streets(
    stands: Sequence[Stand], rows: int, sides: tuple[float, float], clear: float
) -> Streets:
    """The gaps of so many rows between ``sides``; links keep ``clear`` mm from cards they pass."""
    members: list[list[Stand]] = [[] for _ in range(rows)]
    for stand in stands:
        members[stand.row].append(stand)
    for row in members:
        row.sort(key=lambda stand: stand.left)
    return Streets(
        tuple(_gaps(row, sides, clear) for row in members),
        tuple(tuple(stand.id for stand in row) for row in members),
    )


def channels(room: Rect, rows: Rows) -> tuple[Channel, ...]:
    """All channels from top to bottom: channel k lies above row k, the last below all rows."""
    edges = [room.y]
    for row in range(len(rows.centres)):
        edges += [rows.top(row), rows.bottom(row)]
    edges.append(room.bottom)
    return tuple(zip(edges[::2], edges[1::2], strict=True))


def _gaps(row: Sequence[Stand], sides: tuple[float, float], clear: float) -> tuple[Gap, ...]:
    lefts = [sides[0], *(stand.right for stand in row)]
    rights = [*(stand.left for stand in row), sides[1]]
    return tuple(_gap(left, right, clear) for left, right in zip(lefts, rights, strict=True))


def _gap(left: float, right: float, clear: float) -> Gap:
    spare = min(clear, max(0.0, right - left) * 0.3)
    return Gap(left + spare, max(left + spare, right - spare))
