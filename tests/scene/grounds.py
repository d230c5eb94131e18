"""What lies under each mark of a scene, as far as it is filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from iceberg.scene.bezier import Track
from iceberg.scene.parts import Box, Gradient, Mark, Path, Point, Scene, Text
from tests.scene.reading import extent

INSET = 0.15
"""Samples stand this far (share of a side) inside a line of text."""
STEPS = 12
"""Points to a curve."""
Outline = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """A filled outline."""

    outline: Outline
    fill: str | Gradient

    def covers(self, point: Point) -> bool:
        """Whether the point lies inside (even and odd crossings of a ray to the right)."""
        x, y = point
        inside = False
        for (x0, y0), (x1, y1) in zip(
            self.outline, (*self.outline[1:], self.outline[0]), strict=True
        ):
            if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
                inside = not inside
        return inside

    def colour(self, point: Point) -> str:
        """The colour at a point, where a gradient's is reckoned between its stops."""
        if isinstance(self.fill, str):
            return self.fill
        share = (point[1] - self.fill.y0) / (self.fill.y1 - self.fill.y0)
        stops = self.fill.stops
        for (a, low), (b, high) in pairwise(stops):
            if share <= b:
                return _between(low, high, max(0.0, (share - a) / (b - a)))
        return stops[-1][1]


def _between(low: str, high: str, share: float) -> str:
    pairs = ((int(low[i : i + 2], 16), int(high[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def in_order(scene: Scene) -> Iterator[Mark]:
    """Every mark of a scene as it is drawn, the lowest first."""
    yield from scene.background
    for part in (*scene.bands, *scene.icebergs):
        yield from part.marks
    yield from scene.waterline
    for link in scene.links:
        yield from link.marks
    for link in scene.links:
        yield from (*link.over, *(link.badge.marks if link.badge else ()))
    for card in scene.cards:
        yield from card.marks
    yield from scene.furniture


def on_grounds(scene: Scene) -> Iterator[tuple[Mark, set[str]]]:
    """Each mark with all the colours that it is drawn on; an outline is on its own filling."""
    grounds: list[Ground] = []
    for mark in in_order(scene):
        own = Ground((), "")
        if not isinstance(mark, Text) and mark.paint.fill:
            own = Ground(outline_of(mark), mark.paint.fill)
        outlined = own.fill and not isinstance(mark, Text) and mark.paint.stroke
        points = [at for at in _samples(mark) if _on_page(scene, at)]
        yield mark, {own.colour(at) if outlined else _under(grounds, at) for at in points}
        if own.fill:
            grounds.append(own)


def _on_page(scene: Scene, point: Point) -> bool:
    x, y = point
    return 0 <= x < scene.page.width and 0 <= y < scene.page.height


def _under(grounds: list[Ground], point: Point) -> str:
    return next((one.colour(point) for one in reversed(grounds) if one.covers(point)), "#ffffff")


def _samples(mark: Mark) -> Iterator[Point]:
    if isinstance(mark, Text):
        left, top, right, bottom = extent(mark)
        for across in (INSET, 0.5, 1 - INSET):
            for down in (INSET, 1 - INSET):
                yield left + across * (right - left), top + down * (bottom - top)
        return
    outline = outline_of(mark)
    if mark.paint.fill and not mark.paint.stroke:
        yield sum(x for x, _ in outline) / len(outline), sum(y for _, y in outline) / len(outline)
    else:
        yield from outline


def outline_of(mark: Box | Path) -> Outline:
    """The corners of a box; the points of a path, with some of every curve."""
    if isinstance(mark, Box):
        right, bottom = mark.x + mark.width, mark.y + mark.height
        return ((mark.x, mark.y), (right, mark.y), (right, bottom), (mark.x, bottom))
    points: list[Point] = []
    words = mark.d.replace(",", " ").split()
    letter, numbers = "", list[float]()
    for word in words:
        if word.isalpha():
            letter = word
            continue
        numbers.append(float(word))
        if letter in "ML" and len(numbers) == 2:
            points.append((numbers[0], numbers[1]))
            numbers = []
        elif letter == "C" and len(numbers) == 6:
            one = (*points[-1], *numbers)
            track = Track((one,))  # type: ignore[arg-type]
            points += [track.point(track.length * n / STEPS) for n in range(1, STEPS + 1)]
            numbers = []
    return tuple(points)
