"""Measuring and cutting cubic Béziers that lie end to end."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from iceberg.scene.parts import Bezier, Point

_STEPS = 16
"""Pieces that a curve's length is summed over; within 0.2% for the bends of a link."""
_T = np.arange(_STEPS + 1) / _STEPS
_WEIGHTS = np.stack([(1 - _T) ** 3, 3 * _T * (1 - _T) ** 2, 3 * _T**2 * (1 - _T), _T**3], axis=1)
"""What each of a curve's four points counts at each step (Bernstein)."""


class Track:
    """A path of at least one curve, measured once; distances are mm from its start."""

    def __init__(self, path: tuple[Bezier, ...]) -> None:
        self._path = path
        self._gone = _distances(path)
        self.length = sum(gone[-1] for gone in self._gone)

    def point(self, distance: float) -> Point:
        """The point that lies so far along the path; its end for what is farther."""
        n, t = self._locate(distance)
        return _at(self._path[n], t)

    def part(self, start: float, end: float) -> tuple[Bezier, ...]:
        """The part between two distances, cut to 0.001 mm; empty when there is none."""
        if end <= start:
            return ()
        (first, t0), (last, t1) = self._locate(start), self._locate(end)
        pieces = list(self._path[first : last + 1])
        pieces[-1] = _split(pieces[-1], t1)[0]
        within = t0 / t1 if first == last and t1 else t0
        pieces[0] = _split(pieces[0], min(within, 1.0))[1]
        pieces[0], pieces[-1] = _rounded(pieces[0]), _rounded(pieces[-1])
        return tuple(pieces)

    def _locate(self, distance: float) -> tuple[int, float]:
        """Which curve a distance lies on, and at which t of it."""
        left = max(distance, 0.0)
        for n, gone in enumerate(self._gone[:-1]):
            if left <= gone[-1]:
                return n, _t_at(gone, left)
            left -= gone[-1]
        return len(self._path) - 1, _t_at(self._gone[-1], left)


def _rounded(bezier: Bezier) -> Bezier:
    x0, y0, x1, y1, x2, y2, x3, y3 = (round(length, 3) for length in bezier)
    return (x0, y0, x1, y1, x2, y2, x3, y3)


def _at(bezier: Bezier, t: float) -> Point:
    x0, y0, x1, y1, x2, y2, x3, y3 = bezier
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)


def _distances(path: tuple[Bezier, ...]) -> list[list[float]]:
    """How far along each curve each of its steps is, from 0 to its length."""
    points = np.einsum("sk,nkd->nsd", _WEIGHTS, np.array(path).reshape(-1, 4, 2))
    along = np.diff(points, axis=1)
    gone = np.zeros((len(path), _STEPS + 1))
    np.cumsum(np.hypot(along[..., 0], along[..., 1]), axis=1, out=gone[:, 1:])
    distances: list[list[float]] = gone.tolist()
    return distances


def _t_at(gone: list[float], distance: float) -> float:
    for n, (a, b) in enumerate(pairwise(gone)):
        if distance <= b:
            return (n + (distance - a) / ((b - a) or 1.0)) / _STEPS
    return 1.0


def _split(bezier: Bezier, t: float) -> tuple[Bezier, Bezier]:
    """De Casteljau's two halves of a curve, before and after ``t``."""
    x0, y0, x1, y1, x2, y2, x3, y3 = bezier

    def mix(p: Point, q: Point) -> Point:
        return (p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)

    a, b, c = mix((x0, y0), (x1, y1)), mix((x1, y1), (x2, y2)), mix((x2, y2), (x3, y3))
    d, e = mix(a, b), mix(b, c)
    f = mix(d, e)
    return (x0, y0, *a, *d, *f), (*f, *e, *c, x3, y3)
