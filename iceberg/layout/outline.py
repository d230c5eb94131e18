"""The outline of an iceberg: an ideal shape, pushed out until it holds every card."""

from __future__ import annotations

from collections.abc import Sequence

from iceberg.layout.parts import Point, Rect

IDEAL = (0.34, 0.66, 0.8, 0.9, 0.95, 0.97, 1.0, 0.99, 0.97, 0.93, 0.8, 0.36)
"""Half-widths from peak to keel, as parts of the widest: narrow above the water, deep below."""
_FACETS = (0.0, -0.03, 0.02, -0.02, 0.015, -0.02, 0.0, -0.025, 0.01, -0.015, 0.03, -0.04)
"""How far each corner leaves the ideal, so that the ice looks broken and not turned on a lathe."""


def outline(
    bounds: Rect, edges: Sequence[float], peak: float, keel: float, cards: Sequence[Rect], turn: int
) -> tuple[Point, ...]:
    """A closed outline, clockwise from the top left, with all ``cards`` inside it.

    ``bounds`` is the most the iceberg may fill; ``edges`` the y of the four bands' limits (five
    numbers); ``peak`` and ``keel`` the heights above the first and below the last row, all in mm;
    ``turn`` varies the facets from one iceberg to the next.
    """
    levels = _levels(bounds, edges, peak, keel)
    half = bounds.width / 2
    left = [_corner(n, turn) * half for n in range(len(levels))]
    right = [_corner(n, turn + 5) * half for n in range(len(levels))]
    for rect in cards:
        _push(levels, left, rect, bounds.centre_x - rect.x)
        _push(levels, right, rect, rect.right - bounds.centre_x)
    clear = bounds.width * 0.012
    points_left = [
        (bounds.centre_x - min(half, w + clear), y) for w, y in zip(left, levels, strict=True)
    ]
    points_right = [
        (bounds.centre_x + min(half, w + clear), y) for w, y in zip(right, levels, strict=True)
    ]
    return tuple(points_right[::1]) + tuple(reversed(points_left))


def _levels(bounds: Rect, edges: Sequence[float], peak: float, keel: float) -> list[float]:
    """The y of the corners: peak, shoulder, the middle and lower edge of each band, keel."""
    e0, e1, e2, e3, e4 = edges
    shoulder, hip = e0 + peak * 0.92, e4 - keel * 0.92
    inner = [
        (shoulder + e1) / 2,
        e1,
        (e1 + e2) / 2,
        e2,
        (e2 + e3) / 2,
        e3,
        e3 + (hip - e3) * 0.45,
        e3 + (hip - e3) * 0.8,
    ]
    return [bounds.y, shoulder, *inner, hip, bounds.bottom]


def _corner(n: int, turn: int) -> float:
    return IDEAL[n] + _FACETS[(n * 5 + turn * 3) % len(_FACETS)] * (0 < n < len(IDEAL))


def _push(levels: Sequence[float], half_widths: list[float], rect: Rect, reach: float) -> None:
    """Move the corners around a card outwards until the side clears the card."""
    for n in range(1, len(levels) - 2):
        if levels[n + 1] > rect.y and levels[n] < rect.bottom:
            half_widths[n] = max(half_widths[n], reach)
            half_widths[n + 1] = max(half_widths[n + 1], reach)
