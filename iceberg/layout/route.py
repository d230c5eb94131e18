"""Links as curves along their courses: they run only through gaps and channels, never a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from iceberg.layout.course import Course
from iceberg.layout.courses import ARROW_EM
from iceberg.layout.curves import across, joined, straight, swing
from iceberg.layout.parts import Bezier, Rect
from iceberg.layout.streets import Channel

STUB_SHARE = 0.35
"""The straight stretch before an arrowhead takes this much of a channel at most."""


def route(
    courses: Sequence[Course],
    cards: Mapping[str, Rect],
    channels: Sequence[Channel],
    em: float,
) -> dict[str, tuple[Bezier, ...]]:
    """The path of every link, by link id, as cubic Béziers end to end (mm).

    Most edits of words leave most rows where they are, and so most paths.
    """
    paths: dict[str, tuple[Bezier, ...] | None] = {}
    heights: dict[str, tuple[float, ...]] = {}
    for way in courses:
        heights[way.link.id] = _heights(way, cards, channels)
        # Read once: another page may be drawn at the same time.
        last = way.last_path
        paths[way.link.id] = last[1] if last and last[0] == heights[way.link.id] else None
    others = [way for way in courses if paths[way.link.id] is None]
    found = joined({way.link.id: _pieces(way, cards, channels, em) for way in others})
    for way in others:
        way.last_path = heights[way.link.id], found[way.link.id]
    return {link: found[link] if path is None else path for link, path in paths.items()}


def _heights(
    way: Course, cards: Mapping[str, Rect], channels: Sequence[Channel]
) -> tuple[float, ...]:
    """All heights (mm) that a link's path depends on: its cards' edges and its channels'."""
    start, end = cards[way.start.id], cards[way.end.id]
    high, low = min(way.first, way.last), max(way.first, way.last)
    passed = channels[high : low + 2]
    return (start.y, start.bottom, end.y, end.bottom, *chain.from_iterable(passed))


def _pieces(
    way: Course, cards: Mapping[str, Rect], channels: Sequence[Channel], em: float
) -> list[Bezier]:
    start, end = cards[way.start.id], cards[way.end.id]
    if way.beside:
        return _beside(way, start, end, em)
    if way.level:
        return _over(way, start, end, channels, em)
    pieces: list[Bezier] = []
    y = start.bottom if way.downward else start.y
    for n in range(len(way.xs) - 1):
        row = way.first + n if way.downward else way.first - n
        upper, lower = channels[row + 1 if way.downward else row]
        enter, leave = (upper, lower) if way.downward else (lower, upper)
        if n == len(way.xs) - 2:
            leave += (enter - leave) * _stub(upper, lower, em)
        lane = min(enter, leave) + abs(leave - enter) * way.lanes[n]
        pieces += straight(way.xs[n], y, way.xs[n], enter)
        pieces += swing(way.xs[n], enter, way.xs[n + 1], leave, lane)
        y = leave
    pieces += straight(way.xs[-1], y, way.xs[-1], end.y if way.downward else end.bottom)
    return pieces


def _stub(upper: float, lower: float, em: float) -> float:
    """The part of a channel that is kept for the straight stretch before an arrowhead."""
    return min(STUB_SHARE, ARROW_EM * em / max(lower - upper, 1e-6))


def _beside(way: Course, a: Rect, b: Rect, em: float) -> list[Bezier]:
    low, high = max(a.y, b.y), min(a.bottom, b.bottom)
    y = (low + high) / 2 + way.turn * min(1.1 * em, (high - low) / 3)
    x0, x1 = (a.right, b.x) if a.x < b.x else (a.x, b.right)
    return straight(x0, y, x1, y)


def _over(way: Course, a: Rect, b: Rect, channels: Sequence[Channel], em: float) -> list[Bezier]:
    upper, lower = channels[way.first if way.over else way.first + 1]
    stub = (lower - upper) * _stub(upper, lower, em)
    if way.over:
        lower -= stub
    else:
        upper += stub
    lane = upper + (lower - upper) * way.lanes[0]
    start, end = (a.y, b.y) if way.over else (a.bottom, b.bottom)
    edge = lower if way.over else upper
    return [
        *straight(way.xs[0], start, way.xs[0], edge),
        *across(way.xs[0], way.xs[-1], edge, lane),
        *straight(way.xs[-1], edge, way.xs[-1], end),
    ]
