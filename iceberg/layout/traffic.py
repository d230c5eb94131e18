"""How busy the page is: which places other links pass through, counted on a fine raster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from iceberg.layout.crossings import Floats, Ints
from iceberg.layout.parts import Bezier

MOST_SQUARES = 600_000
"""Squares that links may touch: ten times those of a page on which single links can be followed."""
Curves = Mapping[str, tuple[Bezier, ...]]


@dataclass(frozen=True, slots=True)
class Along:
    """Points along some links: the place of each one's link among them, the point (mm), how far
    along it is (0 to 1), and where its link ends (mm)."""

    which: Ints
    points: Floats
    share: Floats
    ends: Floats


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
        """Draw these paths on a raster with squares of this size (mm), of larger ones where
        links are so long together that they would touch many more than `MOST_SQUARES`."""
        pieces = np.array([piece for path in paths.values() for piece in path]).reshape(-1, 8)
        lengths = _lengths(pieces)
        square = max(square, float(lengths.sum()) / MOST_SQUARES)
        steps = np.maximum(2, np.ceil(lengths / square)).astype(int)
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

    def along(self, links: Ints, every: int) -> Along:
        """Every so many points (from the first) along each of these links, by number."""
        lengths = self.firsts[links + 1] - self.firsts[links]
        rank, which = _runs(-(-lengths // every))
        last = np.maximum(1, lengths - 1)[which]
        return Along(
            which,
            self.points[self.firsts[links][which] + rank * every],
            rank * every / last,
            self.points[np.maximum(self.firsts[links + 1], 1) - 1][which],
        )

    def others(self, links: Ints, places: Floats, boxes: Floats) -> Floats:
        """About how many links other than its own one pass through the box around each place.

        ``links`` (n,) are the numbers of the places' own links; ``places`` and ``boxes`` (width,
        height) are (n, 2) in mm; who only cuts a corner counts less.
        """
        low = np.floor((places - boxes / 2 - self.origin) / self.square).astype(int)
        high = np.floor((places + boxes / 2 - self.origin) / self.square).astype(int)
        passing = self._count(low, high) - self._own(links, low, high)
        result: Floats = passing / np.maximum(1.0, boxes[:, 1] / self.square)
        return result

    def _own(self, links: Ints, low: Ints, high: Ints) -> Ints:
        """How many squares of its own link lie in each box: a link's stand in order of x."""
        span = len(self.sums)
        numbers = np.repeat(np.arange(len(self.touched) - 1), np.diff(self.touched))
        columns = numbers * span + self.squares[:, 0]
        starts = np.searchsorted(columns, links * span + np.maximum(low[:, 0], 0))
        ends = np.searchsorted(columns, links * span + np.minimum(high[:, 0], span - 1), "right")
        counts = np.maximum(ends - starts, 0)
        rank, box = _runs(counts)
        y = self.squares[:, 1][np.repeat(starts, counts) + rank]
        inside = (y >= np.repeat(low[:, 1], counts)) & (y <= np.repeat(high[:, 1], counts))
        own: Ints = np.bincount(box[inside], minlength=len(links))
        return own

    def _count(self, low: Ints, high: Ints) -> Ints:
        top = np.array(self.sums.shape) - 1
        a, b = np.clip(low, 0, top), np.clip(high + 1, 0, top)
        s = self.sums
        found: Ints = s[b[:, 0], b[:, 1]] - s[a[:, 0], b[:, 1]] - s[b[:, 0], a[:, 1]]
        return found + s[a[:, 0], a[:, 1]]


def _runs(counts: Ints) -> tuple[Ints, Ints]:
    """For runs of these lengths, end to end: the place of each item in its run, and its run."""
    run = np.repeat(np.arange(len(counts)), counts)
    return np.arange(len(run)) - np.repeat(np.cumsum(counts) - counts, counts), run


def _lengths(pieces: Floats) -> Floats:
    """The length of each curve's control polygon, which the curve is never longer than."""
    corners = pieces.reshape(-1, 4, 2)
    lengths: Floats = np.linalg.norm(np.diff(corners, axis=1), axis=2).sum(axis=1)
    return lengths


def _along(pieces: Floats, steps: Ints) -> Floats:
    """So many points on each cubic curve, evenly spaced in its parameter; (sum of steps, 2)."""
    rank, piece = _runs(steps)
    t = ((rank + 0.5) / steps[piece])[:, None]
    a, b, c, d = np.moveaxis(pieces.reshape(-1, 4, 2), 1, 0)
    cubic, square, slope = d - a + 3 * (b - c), 3 * (a - 2 * b + c), 3 * (b - a)
    # Horner's rule: a page has some twenty thousand points, and this runs after every edit.
    points: Floats = ((cubic[piece] * t + square[piece]) * t + slope[piece]) * t + a[piece]
    return points


def _once(links: Ints, squares: Ints) -> Ints:
    """Rows of (link, square x, square y), each only once, by link."""
    width = int(squares.max(initial=0)) + 1
    keys = np.sort((links * width + squares[:, 0]) * width + squares[:, 1])
    keys = keys[np.diff(keys, prepend=-1) != 0]
    columns, y = np.divmod(keys, width)
    return np.stack([*np.divmod(columns, width), y], axis=1)


def _summed(cells: NDArray[np.int64]) -> Ints:
    high, wide = (cells.max(axis=0) + 2).tolist() if len(cells) else (1, 1)
    raster = np.bincount((cells[:, 0] + 1) * wide + cells[:, 1] + 1, minlength=high * wide)
    sums: Ints = raster.reshape(high, wide).cumsum(axis=0).cumsum(axis=1)
    return sums
