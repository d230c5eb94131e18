"""Where links may run: gaps between the cards of a row, channels between rows."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from iceberg.layout.parts import Rect, Spot
from iceberg.layout.place import Rows


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
    """All gaps, row by row from left to right, and all channels from top to bottom.

    A channel is its upper and lower edge; channel k lies above row k, the last below all rows.
    """

    gaps: tuple[tuple[Gap, ...], ...]
    channels: tuple[tuple[float, float], ...]
    order: tuple[tuple[str, ...], ...]

    def near(self, row: int, x: float, count: int) -> list[int]:
        """The numbers of the gaps of a row that are nearest to x, from left to right."""
        gaps = self.gaps[row]
        at = bisect([gap.right for gap in gaps], x)
        first = max(0, min(at - count // 2, len(gaps) - count))
        return list(range(first, min(len(gaps), first + count)))


def streets(room: Rect, rows: Rows, cards: Sequence[Spot], clear: float) -> Streets:
    """The streets of a page; links keep ``clear`` mm from the cards they pass."""
    members: list[list[Spot]] = [[] for _ in rows.centres]
    for card in cards:
        members[card.row].append(card)
    for row_cards in members:
        row_cards.sort(key=lambda card: card.rect.x)
    edges = [room.y]
    for row in range(len(rows.centres)):
        edges += [rows.top(row), rows.bottom(row)]
    edges.append(room.bottom)
    return Streets(
        tuple(_gaps(room, [card.rect for card in row], clear) for row in members),
        tuple(zip(edges[::2], edges[1::2], strict=True)),
        tuple(tuple(card.id for card in row) for row in members),
    )


def _gaps(room: Rect, rects: Sequence[Rect], clear: float) -> tuple[Gap, ...]:
    lefts = [room.x, *(rect.right for rect in rects)]
    rights = [*(rect.x for rect in rects), room.right]
    return tuple(_gap(left, right, clear) for left, right in zip(lefts, rights, strict=True))


def _gap(left: float, right: float, clear: float) -> Gap:
    spare = min(clear, max(0.0, right - left) * 0.3)
    return Gap(left + spare, max(left + spare, right - spare))
