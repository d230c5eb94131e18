"""Small shapes and lines of text, with every length rounded to a thousandth of a millimetre."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import chain

from iceberg.layout.fonts import drawable
from iceberg.layout.text import is_rtl, line_width
from iceberg.model import TextDirection
from iceberg.scene.parts import Anchor, Bezier, Box, Paint, Path, Point, Text

CURVE = 0.5523
"""Handle length of a quarter circle drawn as a cubic Bézier."""


def mm(value: float) -> float:
    """A length rounded to 0.001 mm, without a negative zero."""
    return round(value, 3) + 0.0


_NO_SIGN = re.compile(r"-0(?= |$)")


def number(value: float) -> str:
    """A length as text, to 0.001 mm."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def command(letter: str, *values: float) -> str:
    """One piece of path data, such as ``L 1.5 2``."""
    return " ".join((letter, *map(number, values)))


def text(
    content: str,
    x: float,
    y: float,
    font_pt: float,
    colour: str,
    *,
    bold: bool = False,
    anchor: Anchor = "start",
    rtl: bool | None = None,
) -> Text:
    """A line of text as it will be drawn: what no font covers is shown as a box."""
    shown = drawable(content)
    return Text(
        x=mm(x),
        y=mm(y),
        text=shown,
        font_pt=font_pt,
        width=mm(line_width(shown, font_pt, bold=bold)),
        colour=colour,
        bold=bold,
        anchor=anchor,
        rtl=is_rtl(content) if rtl is None else rtl,
    )


def line_between(
    content: str,
    left: float,
    right: float,
    y: float,
    font_pt: float,
    colour: str,
    *,
    bold: bool = False,
    direction: TextDirection = "auto",
) -> Text:
    """A line of text that starts at ``left``, or at ``right`` when the page runs from there.

    With the direction "auto" each line starts on the side that its own letters are read from.
    """
    if is_rtl(content) if direction == "auto" else direction == "rtl":
        return text(content, right, y, font_pt, colour, bold=bold, anchor="end")
    return text(content, left, y, font_pt, colour, bold=bold)


def box(x: float, y: float, width: float, height: float, radius: float, paint: Paint) -> Box:
    """A rectangle with rounded lengths."""
    return Box(mm(x), mm(y), mm(width), mm(height), mm(radius), paint)


def polygon(points: tuple[Point, ...], paint: Paint) -> Path:
    """A closed outline with straight sides."""
    steps = [command("L" if n else "M", *point) for n, point in enumerate(points)]
    return Path(" ".join((*steps, "Z")), paint)


def polyline(points: tuple[Point, ...], paint: Paint) -> Path:
    """An open line with straight pieces."""
    return Path(" ".join(command("L" if n else "M", *p) for n, p in enumerate(points)), paint)


def circle(x: float, y: float, radius: float, paint: Paint) -> Path:
    """A circle around (x, y)."""
    k = radius * CURVE
    quarters = (
        (x + radius, y + k, x + k, y + radius, x, y + radius),
        (x - k, y + radius, x - radius, y + k, x - radius, y),
        (x - radius, y - k, x - k, y - radius, x, y - radius),
        (x + k, y - radius, x + radius, y - k, x + radius, y),
    )
    start = command("M", x + radius, y)
    return Path(" ".join((start, *(command("C", *quarter) for quarter in quarters), "Z")), paint)


def curve(path: tuple[Bezier, ...], paint: Paint) -> Path:
    """Béziers end to end as one line; their lengths are rounded already."""
    values = (*path[0][:2], *chain.from_iterable(bezier[2:] for bezier in path))
    written = _curve_data(len(path)) % values
    return Path(_NO_SIGN.sub("0", written) if "-0" in written else written, paint)


@lru_cache(maxsize=256)
def _curve_data(pieces: int) -> str:
    """Path data with places for its numbers: a link has hundreds, so they are written in one go.

    Seven digits are all of a length below ten metres that is rounded to 0.001 mm.
    """
    return " ".join(("M %.7g %.7g", *(pieces * ("C" + 6 * " %.7g",))))


def wave(x0: float, x1: float, y: float, length: float, height: float) -> list[str]:
    """Path data of a wave from (x0, y) to x1 or just past it, without the first move."""
    count = math.ceil((x1 - x0) / (length / 2))
    half = length / 2
    steps = []
    for n in range(count):
        x, crest = x0 + n * half, y + (height if n % 2 else -height)
        steps.append(
            command("C", x + half / 3, crest, x + 2 * half / 3, crest, x + half, y),
        )
    return steps
