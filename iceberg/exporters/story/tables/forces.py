"""Cards with a force as rows."""

from __future__ import annotations

from iceberg import wording as picture
from iceberg.exporters.story import wording
from iceberg.exporters.story.parts import Column, Table
from iceberg.exporters.story.tables.cards import effect, shiftable, strength
from iceberg.exporters.story.tables.rows import in_order, table
from iceberg.model import EFFECTS, Canvas, Card, Effect


def forces_table(canvas: Canvas, only: Effect | None = None) -> Table:
    """A row a card with a force, the strongest first; one effect alone where it is named."""
    titles = {layer.id: layer.title for layer in canvas.layers}
    return table(
        _strongest_first(canvas, only),
        (Column(wording.EFFECT, 10, "data"), effect),
        (Column(wording.CARD_COLUMN, 46), lambda card: card.text),
        (Column(wording.LAYER, 14), lambda card: titles[card.layer]),
        (Column(wording.LEVEL, 19), lambda card: picture.LEVEL_TITLES[card.level]),
        (Column(wording.STRENGTH, 10), strength),
        (Column(wording.SHIFTABLE, 12), shiftable),
    )


def _strongest_first(canvas: Canvas, only: Effect | None) -> list[Card]:
    scored = [
        (EFFECTS.index(card.force.effect), -card.force.strength, card)
        for card in in_order(canvas)
        if card.force and only in (None, card.force.effect)
    ]
    return [card for *_, card in sorted(scored, key=lambda one: one[:2])]
