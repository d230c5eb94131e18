"""The marks of a scene as shapes of a slide, at the very places that they have in the scene."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

from iceberg.exporters.powerpoint.fitting import safe_pt
from iceberg.exporters.powerpoint.paint import fill, line
from iceberg.exporters.powerpoint.text import Insets, body, text_body
from iceberg.exporters.powerpoint.xml import Element, element, emu, placed
from iceberg.exporters.svg import legal
from iceberg.layout.parts import MM_PER_PT
from iceberg.scene.parts import Box, Mark, Paint, Path, Point, Text

ASCENT_EM: Final = 0.952
LINE_EM: Final = 1.22
"""Calibri's ascent and line: where an Office program puts the baseline in a box."""
_STEPS: Final = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo", "Z": "a:close"}
_STEP: Final = re.compile(r"([MLCZ])([^MLCZ]*)")


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape and the rectangle it fills, in EMU: left, top, right, bottom."""

    xml: Element
    frame: tuple[int, int, int, int]


class Shapes:
    """Makes the shapes of one slide, each with a number of its own."""

    def __init__(self, first: int) -> None:
        self._numbers = count(first)

    def mark(self, mark: Mark) -> Shape:
        """A box, a path or a line of text."""
        match mark:
            case Box():
                return self.box(mark)
            case Path():
                return self.path(mark.d, mark.paint)
            case Text():
                return self.line(mark)

    def box(self, box: Box, text: Element | None = None) -> Shape:
        """A rectangle, with text in it where there is any."""
        frame = (emu(box.x), emu(box.y), emu(box.width), emu(box.height))
        least = min(box.width, box.height) or 1.0
        round_by = element("a:gd", name="adj", fmla=f"val {round(box.radius / least * 100_000)}")
        geometry = (
            element("a:prstGeom", element("a:avLst", round_by), prst="roundRect")
            if box.radius
            else element("a:prstGeom", element("a:avLst"), prst="rect")
        )
        paint = (fill(box.paint, box.y, box.y + box.height), line(box.paint))
        return self._shape("Box", frame, geometry, *paint, text=text)

    def path(self, d: str, paint: Paint, *, arrow: bool = False) -> Shape:
        """A freeform: straight lines and cubic Béziers, point for point those of the path."""
        steps = list(steps_of(d))
        points = [(emu(x), emu(y)) for _, step in steps for x, y in step]
        left, top = (min(side) for side in zip(*points, strict=True))
        right, bottom = (max(side) for side in zip(*points, strict=True))
        drawn = [_step(letter, step, left, top) for letter, step in steps]
        outline = element("a:path", *drawn, w=right - left, h=bottom - top)
        if not paint.fill:
            outline.set("fill", "none")
        lists = ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst")
        whole = element("a:rect", l="0", t="0", r="r", b="b")
        geometry = element("a:custGeom", *map(element, lists), whole, element("a:pathLst", outline))
        heights = min(y for _, s in steps for _, y in s), max(y for _, s in steps for _, y in s)
        frame = (left, top, right - left, bottom - top)
        return self._shape("Path", frame, geometry, fill(paint, *heights), line(paint, arrow=arrow))

    def line(self, text: Text) -> Shape:
        """A line of text whose baseline lies where the scene has it, no wider in any font."""
        size = safe_pt(text)
        em = size * MM_PER_PT
        left = text.x - text.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        frame = (emu(left), emu(text.y - ASCENT_EM * em), emu(text.width), emu(LINE_EM * em))
        geometry = element("a:prstGeom", element("a:avLst"), prst="rect")
        nothing = (element("a:noFill"),)
        words = text_body(body(Insets(), wraps=False), text, size)
        return self._shape("Text", frame, geometry, *nothing, text=words, is_text=True)

    def group(self, name: str, shapes: list[Shape], spoken: str = "") -> Shape:
        """Shapes that move together, at least one; ``spoken`` is what a screen reader says."""
        left, top = (min(shape.frame[side] for shape in shapes) for side in (0, 1))
        right, bottom = (max(shape.frame[side] for shape in shapes) for side in (2, 3))
        size = (right - left, bottom - top)
        inner = (
            element("a:chOff", x=left, y=top),
            element("a:chExt", cx=size[0], cy=size[1]),
        )
        properties = element("p:grpSpPr", placed("a:xfrm", left, top, *size, *inner))
        head = element(
            "p:nvGrpSpPr",
            self._named(name, spoken),
            element("p:cNvGrpSpPr"),
            element("p:nvPr"),
        )
        xml = element("p:grpSp", head, properties, *(shape.xml for shape in shapes))
        return Shape(xml, (left, top, right, bottom))

    def _shape(
        self,
        name: str,
        frame: tuple[int, int, int, int],
        *properties: Element,
        text: Element | None = None,
        is_text: bool = False,
    ) -> Shape:
        kind = element("p:cNvSpPr", txBox=1) if is_text else element("p:cNvSpPr")
        left, top, width, height = frame
        parts = [
            element("p:nvSpPr", self._named(name), kind, element("p:nvPr")),
            element("p:spPr", placed("a:xfrm", *frame), *properties),
        ]
        if text is not None:
            parts.append(text)
        return Shape(element("p:sp", *parts), (left, top, left + width, top + height))

    def _named(self, name: str, spoken: str = "") -> Element:
        number = next(self._numbers)
        named = element("p:cNvPr", id=number, name=f"{name} {number}")
        if spoken:
            named.set("descr", legal(spoken))
        return named


def steps_of(d: str) -> Iterator[tuple[str, list[Point]]]:
    """The steps of path data (absolute M, L, C, Z), each with its points in mm."""
    for letter, numbers in _STEP.findall(d):
        values = [float(number) for number in numbers.split()]
        yield letter, list(zip(values[::2], values[1::2], strict=True))


def _step(letter: str, points: list[Point], left: int, top: int) -> Element:
    """A step with its points counted from the shape's own corner."""
    drawn = (element("a:pt", x=emu(x) - left, y=emu(y) - top) for x, y in points)
    return element(_STEPS[letter], *drawn)
