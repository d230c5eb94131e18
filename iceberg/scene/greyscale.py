"""A scene without colour, for printers that have none."""

from __future__ import annotations

from dataclasses import replace

from iceberg.scene.parts import Gradient, Mark, Paint, Scene, Text
from iceberg.theme import grey


def to_greyscale(scene: Scene) -> Scene:
    """The same scene in greys."""
    return replace(
        scene,
        background=_marks(scene.background),
        bands=tuple(replace(band, marks=_marks(band.marks)) for band in scene.bands),
        icebergs=tuple(replace(ice, marks=_marks(ice.marks)) for ice in scene.icebergs),
        waterline=_marks(scene.waterline),
        links=tuple(
            replace(
                link,
                marks=_marks(link.marks),
                over=_marks(link.over),
                badge=replace(link.badge, marks=_marks(link.badge.marks)) if link.badge else None,
            )
            for link in scene.links
        ),
        cards=tuple(replace(card, marks=_marks(card.marks)) for card in scene.cards),
        furniture=_marks(scene.furniture),
    )


def _marks(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(_mark(mark) for mark in marks)


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
