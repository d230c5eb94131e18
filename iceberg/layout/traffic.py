"""How busy the page is: which places other links pass through, counted on a fine raster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from iceberg.layout.crossings import Floats, Ints
from iceberg.layout.parts import Bezier

Curves = Mapping[str, tuple[Bezier, ...]]


@dataclass(frozen=True, slots=True)
class Traffic:
    """Points along every link, about one square apart, and the raster of who passes where.

    ``points`` (n, 2) are in mm, those of link k from ``firsts[k]`` up to ``firsts[k + 1]``;
    ``squares`` (m, 2) are those that link k touches from ``touched[k]`` up to ``touched[k + 1]``;
    ``sums`` is the summed-area table (Crow, 1984) of links a square; ``square`` is in mm.
    """

    square: float
    origin: tuple[float, float]
    points: Floats
    firsts: Ints
    squares: Ints
    touched: Ints
    sums: Ints

    @classmethod
    def of(cls, paths: Curves, square: float) -> Traffic:
        """Draw these paths on a raster with squares of this size (mm)."""
        pieces = np.array([piece for path in paths.values() for piece in path]).reshape(-1, 8)
        steps = np.maximum(2, np.ceil(_lengths(pieces) / square)).astype(int)
        points = _along(pieces, steps)
        counts = [len(path) for path in paths.values()]
        links = np.repeat(np.repeat(np.arange(len(counts)), counts), steps)
        numbers = np.arange(len(counts) + 1)
        origin = points.min(axis=0) if len(points) else np.zeros(2)
        squares = np.floor((points - origin) / square).astype(int)
        touched = _once(links, squares)
        return cls(
            square,
            (float(origin[0]), float(origin[1])),
            points,
            np.searchsorted(links, numbers),
            touched[:, 1:],
            np.searchsorted(touched[:, 0], numbers),
            _summed(touched[:, 1:]),
        )

    def way(self, number: int) -> Floats:
        """The points (n, 2) along the link of this number, from its start to its end, in mm."""
        return self.points[self.firsts[number] : self.firsts[number + 1]]

    def others(self, number: int, places: Floats, width: float, height: float) -> Floats:
        """About how many links other than this one pass through a box around each place.

        ``places`` (n, 2), ``width`` and ``height`` are in mm; who only cuts a corner counts less.
        """
        half = np.array([width, height]) / 2
        low = np.floor((places - half - self.origin) / self.square).astype(int)
        high = np.floor((places + half - self.origin) / self.square).astype(int)
        own_x, own_y = self.squares[self.touched[number] : self.touched[number + 1]].T
        inside = (own_x >= low[:, :1]) & (own_x <= high[:, :1])
        inside &= (own_y >= low[:, 1:]) & (own_y <= high[:, 1:])
        passing = self._count(low, high) - np.count_nonzero(inside, axis=1)
        result: Floats = passing / max(1.0, height / self.square)
        return result

    def _count(self, low: Ints, high: Ints) -> Ints:
        top = np.array(self.sums.shape) - 1
        a, b = np.clip(low, 0, top), np.clip(high + 1, 0, top)
        s = self.sums
        found: Ints = s[b[:, 0], b[:, 1]] - s[a[:, 0], b[:, 1]] - s[b[:, 0], a[:, 1]]
        return found + s[a[:, 0], a[:, 1]]


def _lengths(pieces: Floats) -> Floats:
    """The length of each curve's control polygon, which the curve is never longer than."""
    corners = pieces.reshape(-1, 4, 2)
    lengths: Floats = np.linalg.norm(np.diff(corners, axis=1), axis=2).sum(axis=1)
    return lengths


def _along(pieces: Floats, steps: Ints) -> Floats:
    """So many points on each cubic curve, evenly spaced in its parameter; (sum of steps, 2)."""
    starts = np.repeat(np.cumsum(steps) - steps, steps)
    t = (np.arange(len(starts)) - starts + 0.5) / np.repeat(steps, steps)
    corners = np.repeat(pieces.reshape(-1, 4, 2), steps, axis=0)
    u = 1 - t
    weights = np.stack([u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t], axis=1)
    points: Floats = np.einsum("nk,nkd->nd", weights, corners)
    return points


def _once(links: Ints, squares: Ints) -> Ints:
    """Rows of (link, square x, square y), each only once, by link."""
    width = int(squares.max(initial=0)) + 1
    keys = np.unique((links * width + squares[:, 0]) * width + squares[:, 1])
    return np.column_stack([keys // (width * width), keys // width % width, keys % width])


def _summed(cells: NDArray[np.int64]) -> Ints:
    shape = cells.max(axis=0) + 2 if len(cells) else (1, 1)
    raster = np.zeros(tuple(shape), dtype=np.int64)
    np.add.at(raster, (cells[:, 0] + 1, cells[:, 1] + 1), 1)
    sums: Ints = raster.cumsum(axis=0).cumsum(axis=1)
    return sums
