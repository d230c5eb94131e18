"""Ghosts are drawn beside what is there; the footer of a comparison does not count them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iceberg.compare import How
from iceberg.model import Canvas
from iceberg.scene.footer import drawn_from
from iceberg.scene.parts import Mark, Scene, Text
from iceberg.scene.shapes import text
from iceberg.scene.shown import shown_part


def counting_what_is_there(
    drawn: Scene, canvas: Canvas, cards: Mapping[str, How], links: Mapping[str, How]
) -> Iterator[Mark]:
    """The furniture of a scene of both moments, with the counts of the later one.

    ``cards`` and ``links`` say how each differs.
    """
    shown = shown_part(canvas)
    ghosts = (
        sum(cards.get(card.id) == "gone" for card in shown.cards),
        sum(links.get(link.id) == "gone" for link in shown.links),
    )
    said, true = drawn_from(shown), drawn_from(shown, ghosts)
    for mark in drawn.furniture:
        if isinstance(mark, Text) and mark.text == said:
            yield text(true, mark.x, mark.y, mark.font_pt, mark.colour)
        else:
            yield mark
