"""Counting where straight lines between card centres cross: the measure that ordering lowers."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]


def ends_of(centres: Floats, edges: Ints) -> tuple[Floats, Floats]:
    """Where edges begin and end: two arrays (2, …, m), x then y, from ``centres`` (…, n, 2)."""
    begin, end = np.ascontiguousarray(np.moveaxis(centres[..., edges, :], (-2, -1), (0, 1)))
    return begin, end


def crosses(a: Floats, b: Floats, p: Floats, q: Floats) -> Bools:
    """Whether segment a–b properly crosses p–q; arrays (2, …) of any shapes that broadcast."""
    (ax, ay), (bx, by), (px, py), (qx, qy) = a, b, p, q
    ux, uy, vx, vy = bx - ax, by - ay, qx - px, qy - py
    wx, wy = px - ax, py - ay
    side_p = ux * wy - uy * wx
    side_q = ux * (qy - ay) - uy * (qx - ax)
    side_a = vy * wx - vx * wy
    side_b = vx * (by - py) - vy * (bx - px)
    return np.asarray((side_p * side_q < 0) & (side_a * side_b < 0))


def count_crossings(centres: Floats, edges: Ints) -> int:
    """How many pairs of edges cross; ``centres`` (n, 2), ``edges`` (m, 2) of indices into it.

    Edges that share a card do not count.
    """
    if len(edges) < 2:
        return 0
    a, b = ends_of(centres, edges)
    hit = crosses(a[:, :, None], b[:, :, None], a[:, None], b[:, None])
    shared = (edges[:, None, :, None] == edges[None, :, None, :]).any(axis=(2, 3))
    return int(np.triu(hit & ~shared, 1).sum())


def total_length(centres: Floats, edges: Ints) -> float:
    """The sum of the straight edges' lengths, in the unit of ``centres``."""
    if not len(edges):
        return 0.0
    return float(np.linalg.norm(centres[edges[:, 0]] - centres[edges[:, 1]], axis=1).sum())
