"""Counting where straight lines between card centres cross: the measure that ordering lowers."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]


def crosses(a: Floats, b: Floats, p: Floats, q: Floats) -> Bools:
    """Whether segment a–b properly crosses p–q; arrays (…, 2) of any shapes that broadcast."""
    ax, ay, bx, by = a[..., 0], a[..., 1], b[..., 0], b[..., 1]
    px, py, qx, qy = p[..., 0], p[..., 1], q[..., 0], q[..., 1]
    ux, uy, vx, vy = bx - ax, by - ay, qx - px, qy - py
    side_p = ux * (py - ay) - uy * (px - ax)
    side_q = ux * (qy - ay) - uy * (qx - ax)
    side_a = vx * (ay - py) - vy * (ax - px)
    side_b = vx * (by - py) - vy * (bx - px)
    return np.asarray((side_p * side_q < 0) & (side_a * side_b < 0))


def count_crossings(centres: Floats, edges: Ints) -> int:
    """How many pairs of edges cross; ``centres`` (n, 2), ``edges`` (m, 2) of indices into it.

    Edges that share a card do not count.
    """
    if len(edges) < 2:
        return 0
    a, b = centres[edges[:, 0]], centres[edges[:, 1]]
    hit = crosses(a[:, None], b[:, None], a[None], b[None])
    shared = (edges[:, None, :, None] == edges[None, :, None, :]).any(axis=(2, 3))
    return int(np.triu(hit & ~shared, 1).sum())


def total_length(centres: Floats, edges: Ints) -> float:
    """The sum of the straight edges' lengths, in the unit of ``centres``."""
    if not len(edges):
        return 0.0
    return float(np.linalg.norm(centres[edges[:, 0]] - centres[edges[:, 1]], axis=1).sum())
