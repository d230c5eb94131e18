"""Every colour of a scene, to be shown in other tones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from iceberg.sameness import BySameness
from iceberg.scene.parts import CardDrawing, Gradient, LinkDrawing, Mark, Scene, Text

PARTS_KEPT: Final = 16_384
"""The cards and links of several canvases as large as may be."""


def colours_of(scene: Scene) -> tuple[str, ...]:
    """All ``#rrggbb`` colours that a scene is drawn in, each once, in order of appearance."""
    parts = chain(_ground(scene), map(_of_link, scene.links), map(_of_card, scene.cards))
    return tuple(dict.fromkeys(chain(chain.from_iterable(parts), _each(scene.furniture))))


def forget_colours() -> None:
    """Drop what is kept of cards and links, as when a canvas is deleted for good."""
    _of_card.clear()
    _of_link.clear()


def _ground(scene: Scene) -> Iterator[tuple[str, ...]]:
    yield _each(scene.background)
    yield from (_each(band.marks) for band in scene.bands)
    yield from (_each(ice.marks) for ice in scene.icebergs)
    yield _each(scene.waterline)


def _link_colours(link: LinkDrawing) -> tuple[str, ...]:
    return _each((*link.marks, *link.over, *(link.badge.marks if link.badge else ())))


def _card_colours(card: CardDrawing) -> tuple[str, ...]:
    return _each(card.marks)


def _each(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for mark in marks for c in _colours(mark) if c))


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


_of_link = BySameness(_link_colours, PARTS_KEPT)
_of_card = BySameness(_card_colours, PARTS_KEPT)
