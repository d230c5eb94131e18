"""A scene without colour, for printers that have none."""

from __future__ import annotations

from dataclasses import replace

from iceberg.scene.marks import with_marks
from iceberg.scene.parts import Gradient, Mark, Paint, Scene, Text
from iceberg.theme import grey


def to_greyscale(scene: Scene) -> Scene:
    """The same scene in greys."""
    return with_marks(scene, _mark)


def _mark(mark: Mark) -> Mark:
    if isinstance(mark, Text):
        return replace(mark, colour=grey(mark.colour))
    return replace(mark, paint=_paint(mark.paint))


def _paint(paint: Paint) -> Paint:
    stroke = grey(paint.stroke) if paint.stroke else None
    return replace(paint, fill=_fill(paint.fill), stroke=stroke)


def _fill(fill: str | Gradient | None) -> str | Gradient | None:
    if isinstance(fill, Gradient):
        return replace(fill, stops=tuple((at, grey(colour)) for at, colour in fill.stops))
    return grey(fill) if fill else None
