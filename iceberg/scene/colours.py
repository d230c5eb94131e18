"""Every colour of a scene, to be shown in other tones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from iceberg.scene.parts import Gradient, Mark, Scene, Text


def colours_of(scene: Scene) -> tuple[str, ...]:
    """All ``#rrggbb`` colours that a scene is drawn in, each once, in order of appearance."""
    return tuple(dict.fromkeys(c for mark in _marks(scene) for c in _colours(mark) if c))


def _marks(scene: Scene) -> Iterator[Mark]:
    yield from scene.background
    yield from chain.from_iterable(band.marks for band in scene.bands)
    yield from chain.from_iterable(ice.marks for ice in scene.icebergs)
    yield from scene.waterline
    for link in scene.links:
        yield from link.marks
        yield from link.over
        yield from link.badge.marks if link.badge else ()
    yield from chain.from_iterable(card.marks for card in scene.cards)
    yield from scene.furniture


def _colours(mark: Mark) -> Iterator[str | None]:
    if isinstance(mark, Text):
        yield mark.colour
        return
    fill = mark.paint.fill
    if isinstance(fill, Gradient):
        yield from (colour for _, colour in fill.stops)
    else:
        yield fill
    yield mark.paint.stroke
