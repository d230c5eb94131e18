"""Looking into a scene."""

from __future__ import annotations

from collections.abc import Iterator

from iceberg.layout.parts import MM_PER_PT
from iceberg.scene.parts import Gradient, Mark, Scene, Text

Rectangle = tuple[float, float, float, float]


def marks_of(scene: Scene) -> Iterator[Mark]:
    """Every mark that a scene draws."""
    yield from scene.background
    for part in (*scene.bands, *scene.icebergs, *scene.links, *scene.cards):
        yield from part.marks
    for link in scene.links:
        yield from (*link.over, *(link.badge.marks if link.badge else ()))
    yield from (*scene.waterline, *scene.furniture)


def texts_of(scene: Scene) -> list[Text]:
    """Every line of text that a scene draws."""
    return [mark for mark in marks_of(scene) if isinstance(mark, Text)]


def furniture_texts(scene: Scene) -> list[str]:
    """What header and footer say."""
    return [mark.text for mark in scene.furniture if isinstance(mark, Text)]


def colours_of(scene: Scene) -> set[str]:
    """Every colour in a scene."""
    found: set[str | None] = set()
    for mark in marks_of(scene):
        if isinstance(mark, Text):
            found.add(mark.colour)
            continue
        fill = mark.paint.fill
        stops = fill.stops if isinstance(fill, Gradient) else ((0.0, fill),)
        found |= {mark.paint.stroke, *(colour for _, colour in stops)}
    return {colour for colour in found if colour}


def extent(text: Text) -> Rectangle:
    """Left, top, right and bottom of a line's letters, without the parts that few letters have."""
    left = text.x - {"start": 0.0, "middle": text.width / 2, "end": text.width}[text.anchor]
    em = text.font_pt * MM_PER_PT
    return left, text.y - 0.7 * em, left + text.width, text.y + 0.05 * em


def overlap(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share more than an edge."""
    slack = 0.02
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )
