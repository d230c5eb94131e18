"""A scene in other colours: those of a palette, or greys for printers that have none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from iceberg.scene.marks import with_marks
from iceberg.scene.parts import Gradient, Mark, Paint, Scene, Text
from iceberg.theme import grey

Tone = Callable[[str], str]
"""What becomes of a ``#rrggbb`` colour."""


def to_greyscale(scene: Scene) -> Scene:
    """The same scene in greys."""
    return recoloured(scene, grey)


def recoloured(scene: Scene, tone: Tone) -> Scene:
    """The same scene with every colour changed; a logo keeps its own."""
    return with_marks(scene, lambda mark: _mark(mark, tone))


def _mark(mark: Mark, tone: Tone) -> Mark:
    if isinstance(mark, Text):
        return replace(mark, colour=tone(mark.colour))
    return replace(mark, paint=_paint(mark.paint, tone))


def _paint(paint: Paint, tone: Tone) -> Paint:
    stroke = tone(paint.stroke) if paint.stroke else None
    return replace(paint, fill=_fill(paint.fill, tone), stroke=stroke)


def _fill(fill: str | Gradient | None, tone: Tone) -> str | Gradient | None:
    if isinstance(fill, Gradient):
        return replace(fill, stops=tuple((at, tone(colour)) for at, colour in fill.stops))
    return tone(fill) if fill else None
