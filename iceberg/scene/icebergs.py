"""Icebergs: an outline of ice with the layer's name at its peak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from iceberg import theme
from iceberg.layout.parts import MM_PER_PT, Layout, PlacedIceberg, Point
from iceberg.layout.place import TITLE_PT, heading
from iceberg.layout.text import descent, line_width, wrap
from iceberg.model import Layer
from iceberg.scene.parts import Gradient, Iceberg, Paint, Text
from iceberg.scene.shapes import mm, polygon, text
from iceberg.theme import Sizes

NAME_LINES = 3
"""Lines of a name at most: a peak is no higher."""
NAME_STEP = 1.08
"""The distance of a name's baselines, in type sizes: capitals have nothing below them."""
NAME_CAP_EM = 0.72
"""How far the name's letters rise above the baseline."""
NAME_AIR_EM = 0.35
"""Ice between a name and the side of its iceberg, at least."""
ONE_LINE_SHARE = 0.8
"""A name that fits one line at this part of its full size stays on one line."""
NAME_SIZES = 48
"""Sizes tried, from the full one down."""
_WIDTH_SHARES = (1.0, 0.85, 0.7, 0.55)


def draw_iceberg(layer: Layer, placed: PlacedIceberg, layout: Layout, sizes: Sizes) -> Iceberg:
    """The layer's iceberg as it stands on the page."""
    outline = tuple((mm(x), mm(y)) for x, y in placed.outline)
    area = layout.area
    ice = Gradient(mm(area.y), mm(area.y + area.height), theme.ICE)
    paint = Paint(fill=ice, stroke=theme.ICE_EDGE, stroke_width=mm(0.28 * sizes.scale))
    name = _name(heading(layer.title), placed, sizes, theme.layer_ink(layer.colour))
    return Iceberg(layer.id, layer.title, outline, (polygon(outline, paint), *name))


def _name(name: str, placed: PlacedIceberg, sizes: Sizes, colour: str) -> tuple[Text, ...]:
    """The name as large as the peak allows, on more than one line where that helps."""
    size, lines = _fitted(name, placed, round(TITLE_PT * sizes.scale, 2))
    return tuple(
        text(line, placed.title_x, y, size, colour, bold=True, anchor="middle")
        for line, y in zip(lines, _baselines(placed, size, len(lines)), strict=True)
    )


def _fitted(name: str, placed: PlacedIceberg, full: float) -> tuple[float, tuple[str, ...]]:
    room = line_width(name, placed.title_pt, bold=True)
    for step in range(NAME_SIZES):
        size = round(full * (1 - step / NAME_SIZES), 2)
        most = 1 if size >= ONE_LINE_SHARE * full else NAME_LINES
        for lines in _ways_to_break(name, room, size):
            if len(lines) <= most and _inside(lines, size, placed):
                return size, lines
    return round(full / NAME_SIZES, 2), (name,)


def _ways_to_break(name: str, room: float, size: float) -> Iterator[tuple[str, ...]]:
    """The name on few lines and on more, between words only and never wider than ``room``."""
    if line_width(name, size, bold=True) <= room + 0.01:
        yield (name,)
    for share in _WIDTH_SHARES:
        lines = wrap(name, share * room, size, bold=True)
        if " ".join(lines).split() == name.split():
            yield lines


def _baselines(placed: PlacedIceberg, size: float, count: int) -> list[float]:
    """The lines' y: the last one ends where the layout ends the name, the others stand above."""
    last = placed.title_y + min(0.0, descent(placed.title_pt) - descent(size))
    step = NAME_STEP * size * MM_PER_PT
    return [last - (count - 1 - n) * step for n in range(count)]


def _inside(lines: Sequence[str], size: float, placed: PlacedIceberg) -> bool:
    """Whether the ice is wide enough for every line, at its feet and a little above its top."""
    em = size * MM_PER_PT
    return all(
        line_width(line, size, bold=True) / 2 + NAME_AIR_EM * em
        <= min(reach(placed, y), reach(placed, y - (NAME_CAP_EM + NAME_AIR_EM) * em))
        for line, y in zip(lines, _baselines(placed, size, len(lines)), strict=True)
    )


def reach(placed: PlacedIceberg, y: float) -> float:
    """How far (mm) the ice reaches at a height from the middle of its name to the nearer side."""
    closed: tuple[Point, ...] = (*placed.outline, placed.outline[0])
    sides = [
        x0 + (x1 - x0) * (y - y0) / (y1 - y0)
        for (x0, y0), (x1, y1) in pairwise(closed)
        if (y0 > y) != (y1 > y)
    ]
    return min((abs(x - placed.title_x) for x in sides), default=0.0)
