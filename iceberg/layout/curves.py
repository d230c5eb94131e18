"""Cubic Béziers for links: vertical where they meet gaps and cards, level in between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

import numpy as np

from iceberg.layout.parts import Bezier, Point

_SAME = 1e-6


def straight(x0: float, y0: float, x1: float, y1: float) -> list[Bezier]:
    """A straight piece; none if its ends are the same."""
    if abs(x0 - x1) < _SAME and abs(y0 - y1) < _SAME:
        return []
    third_x, third_y = (x1 - x0) / 3, (y1 - y0) / 3
    return [(x0, y0, x0 + third_x, y0 + third_y, x1 - third_x, y1 - third_y, x1, y1)]


def swing(x0: float, y0: float, x1: float, y1: float, lane: float) -> list[Bezier]:
    """From one side of a channel to the other; a long way runs level at the lane's y.

    Stays within the channel, for a Bézier lies within the hull of its points.
    """
    height = abs(y1 - y0)
    if abs(x1 - x0) < _SAME:
        return straight(x0, y0, x1, y1)
    if abs(x1 - x0) <= 1.6 * height:
        middle = (y0 + y1) / 2
        return [(x0, y0, x0, middle, x1, middle, x1, y1)]
    return [
        *_corner(x0, y0, lane, x1 - x0),
        *_level(x0, x1, y0, y1, lane),
        *_corner_out(x0, x1, y1, lane),
    ]


def across(x0: float, x1: float, edge: float, lane: float) -> list[Bezier]:
    """Out from a channel's edge to the lane and back to the same edge."""
    return [
        *_corner(x0, edge, lane, x1 - x0),
        *_level(x0, x1, edge, edge, lane),
        *_corner_out(x0, x1, edge, lane),
    ]


def _radius(y: float, lane: float, dx: float) -> float:
    return min(abs(dx) / 2, 1.25 * abs(lane - y))


def _side(dx: float) -> float:
    return 1.0 if dx >= 0 else -1.0


def _corner(x: float, y: float, lane: float, dx: float) -> list[Bezier]:
    turn = _side(dx) * _radius(y, lane, dx)
    return [(x, y, x, y + 0.62 * (lane - y), x + 0.38 * turn, lane, x + turn, lane)]


def _corner_out(x0: float, x1: float, y: float, lane: float) -> list[Bezier]:
    turn = _side(x1 - x0) * _radius(y, lane, x1 - x0)
    return [(x1 - turn, lane, x1 - 0.38 * turn, lane, x1, y + 0.62 * (lane - y), x1, y)]


def _level(x0: float, x1: float, y0: float, y1: float, lane: float) -> list[Bezier]:
    side, dx = _side(x1 - x0), x1 - x0
    return straight(
        x0 + side * _radius(y0, lane, dx), lane, x1 - side * _radius(y1, lane, dx), lane
    )


def joined(paths: Mapping[str, Sequence[Bezier]]) -> dict[str, tuple[Bezier, ...]]:
    """Each path's pieces, rounded to a thousandth of a millimetre, without empty ones."""
    pieces = np.array([piece for path in paths.values() for piece in path]).reshape(-1, 8)
    rounded = iter((np.round(pieces, 3) + 0.0).tolist())
    return {
        name: tuple(_bezier(p) for p in islice(rounded, len(path)) if p[:2] != p[6:])
        for name, path in paths.items()
    }


def _bezier(numbers: list[float]) -> Bezier:
    x0, y0, x1, y1, x2, y2, x3, y3 = numbers
    return (x0, y0, x1, y1, x2, y2, x3, y3)


def point_at(piece: Bezier, t: float) -> Point:
    """The point of a Bézier at ``t``, 0 to 1."""
    x0, y0, x1, y1, x2, y2, x3, y3 = piece
    u = 1 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
