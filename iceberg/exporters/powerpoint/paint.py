"""Fills and lines in DrawingML."""

from __future__ import annotations

from typing import Final

from iceberg.exporters.powerpoint.xml import Element, element, emu
from iceberg.scene.parts import Gradient, Paint

_DOWNWARDS: Final = 5_400_000
"""90° in 60,000ths of a degree."""


def solid(colour: str) -> Element:
    """One ``#rrggbb`` colour."""
    return element("a:solidFill", element("a:srgbClr", val=colour[1:].upper()))


def fill(paint: Paint, top: float, bottom: float) -> Element:
    """The fill of a shape that reaches from ``top`` to ``bottom`` (mm)."""
    if isinstance(paint.fill, Gradient):
        stops = [
            element("a:gs", element("a:srgbClr", val=colour[1:].upper()), pos=round(at * 100_000))
            for at, colour in stops_between(paint.fill, top, bottom)
        ]
        down = element("a:lin", ang=_DOWNWARDS, scaled=0)
        return element("a:gradFill", element("a:gsLst", *stops), down, rotWithShape=1)
    return solid(paint.fill) if paint.fill else element("a:noFill")


def stops_between(gradient: Gradient, top: float, bottom: float) -> list[tuple[float, str]]:
    """What shows of a gradient between two heights (mm), as stops from 0 to 1."""
    start, length = gradient.y0, (gradient.y1 - gradient.y0) or 1.0
    first, last = (top - start) / length, (bottom - start) / length
    inner = [(at, colour) for at, colour in gradient.stops if first < at < last]
    cut = [(first, colour_at(gradient, first)), *inner, (last, colour_at(gradient, last))]
    return [((at - first) / ((last - first) or 1.0), colour) for at, colour in cut]


def colour_at(gradient: Gradient, at: float) -> str:
    """The colour at 0 to 1 of a gradient; before and after it, that of its ends."""
    before = max((stop for stop in gradient.stops if stop[0] <= at), default=gradient.stops[0])
    after = min((stop for stop in gradient.stops if stop[0] >= at), default=gradient.stops[-1])
    share = (at - before[0]) / ((after[0] - before[0]) or 1.0) if before != after else 0.0
    pairs = (_channels(before[1]), _channels(after[1]))
    mixed = (round(a + (b - a) * share) for a, b in zip(*pairs, strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))


def line(paint: Paint, *, arrow: bool = False) -> Element:
    """The line around or along a shape, with an arrowhead at its end where asked."""
    if not paint.stroke or not paint.stroke_width:
        return element("a:ln", element("a:noFill"))
    dash = (_dash(paint),) if paint.dash else ()
    head = (element("a:tailEnd", type="triangle", w="med", len="med"),) if arrow else ()
    return element(
        "a:ln", solid(paint.stroke), *dash, element("a:round"), *head, w=emu(paint.stroke_width)
    )


def _dash(paint: Paint) -> Element:
    """Dashes are told in thousandths of a percent of the line's width."""
    on, off = (round(piece / paint.stroke_width * 100_000) for piece in paint.dash)
    return element("a:custDash", element("a:ds", d=on, sp=off))
