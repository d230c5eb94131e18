"""What is new, changed and gone: three shapes, so that no colour is needed to tell them apart."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from iceberg import theme
from iceberg.compare import How
from iceberg.layout.parts import MM_PER_PT, Rect
from iceberg.layout.text import line_width
from iceberg.scene.parts import Mark, Paint
from iceberg.scene.shapes import box, circle, mm, polygon, polyline, text
from iceberg.scene.wording import DIFFERENCE_WORDS

COLOURS: Final[dict[How, str]] = {
    "new": theme.NEW,
    "changed": theme.CHANGED,
    "gone": theme.GONE,
}
_Shape = Callable[[float, float, float, str], tuple[Mark, ...]]


def _star(x: float, y: float, r: float, colour: str) -> tuple[Mark, ...]:
    turns = [math.pi * (n / 5 - 0.5) for n in range(10)]
    reach = [r if n % 2 == 0 else 0.45 * r for n in range(10)]
    points = tuple(
        (x + far * math.cos(turn), y + far * math.sin(turn))
        for far, turn in zip(reach, turns, strict=True)
    )
    return (polygon(points, Paint(fill=colour)),)


def _diamond(x: float, y: float, r: float, colour: str) -> tuple[Mark, ...]:
    return (polygon(((x, y - r), (x + r, y), (x, y + r), (x - r, y)), Paint(fill=colour)),)


def _cross(x: float, y: float, r: float, colour: str) -> tuple[Mark, ...]:
    reach, stroke = 0.7 * r, Paint(stroke=colour, stroke_width=mm(0.42 * r))
    return (
        polyline(((x - reach, y - reach), (x + reach, y + reach)), stroke),
        polyline(((x - reach, y + reach), (x + reach, y - reach)), stroke),
    )


_SHAPES: Final[dict[How, _Shape]] = {"new": _star, "changed": _diamond, "gone": _cross}


def shape(how: How, x: float, y: float, r: float) -> tuple[Mark, ...]:
    """The shape of a difference around (x, y), ``r`` mm from its middle to its tips."""
    return _SHAPES[how](x, y, r, COLOURS[how])


def worded(how: How, x: float, y: float, font_pt: float) -> tuple[tuple[Mark, ...], float]:
    """The shape and its word from x on the baseline y, and their width in mm."""
    em = font_pt * MM_PER_PT
    start, word = x + em, DIFFERENCE_WORDS[how]
    marks = shape(how, x + 0.42 * em, y - 0.3 * em, 0.42 * em)
    width = em + line_width(word, font_pt, bold=True)
    return (*marks, text(word, start, y, font_pt, COLOURS[how], bold=True)), width


def tab_size(how: How, font_pt: float) -> tuple[float, float]:
    """Width and height of a tab, in mm."""
    em = font_pt * MM_PER_PT
    return worded(how, 0.0, 0.0, font_pt)[1] + 0.8 * em, 1.3 * em


def tab(how: How, place: Rect, font_pt: float) -> tuple[Mark, ...]:
    """A small tab with shape and word, such as stands on the upper edge of a card."""
    em = font_pt * MM_PER_PT
    edge = Paint(fill=theme.SHEET, stroke=COLOURS[how], stroke_width=0.2)
    marks, _ = worded(how, place.x + 0.4 * em, place.bottom - 0.4 * em, font_pt)
    return (box(place.x, place.y, place.width, place.height, 0.3 * em, edge), *marks)


def bead(how: How, x: float, y: float, r: float) -> tuple[Mark, ...]:
    """The shape in a white circle, as it stands on a link."""
    edge = Paint(fill=theme.SHEET, stroke=COLOURS[how], stroke_width=mm(0.14 * r))
    return (circle(x, y, r, edge), *shape(how, x, y, 0.68 * r))
