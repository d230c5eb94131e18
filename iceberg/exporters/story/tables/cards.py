"""Cards as rows."""

from __future__ import annotations

from collections.abc import Iterable

from iceberg import wording as picture
from iceberg.columns import joined, listed
from iceberg.exporters.story import wording
from iceberg.exporters.story.parts import Column, Table
from iceberg.exporters.story.tables.rows import table, yes
from iceberg.layout.faces import flags
from iceberg.model import Canvas, Card


def cards_table(canvas: Canvas, cards: Iterable[Card]) -> Table:
    """A row a card."""
    titles = {layer.id: layer.title for layer in canvas.layers}
    latest, labels = canvas.latest_readings(), flags(canvas)
    order = {card.id: number for number, card in enumerate(canvas.cards, start=1)}
    words = {card: picture.DIRECTION_WORDS[one.direction] for card, one in latest.items()}
    return table(
        cards,
        (Column(wording.LAYER, 14, "data"), lambda card: titles[card.layer]),
        (Column(wording.LEVEL, 19), lambda card: picture.LEVEL_TITLES[card.level]),
        (Column(wording.CARD_COLUMN, 46), lambda card: card.text),
        (Column(wording.EFFECT, 10), effect),
        (Column(wording.STRENGTH, 9, "data"), strength),
        (Column(wording.SHIFTABLE, 11, "data"), shiftable),
        (Column(wording.LATEST, 11), lambda card: words.get(card.id)),
        (Column(wording.VOTES, 8), lambda card: card.votes or None),
        (Column(wording.ASSUMPTIONS_COLUMN, 15), lambda card: ", ".join(labels.get(card.id, ()))),
        (Column(wording.UNSURE, 8, "data"), lambda card: yes(True) if card.unsure else None),
        (Column(wording.TAGS, 24, "data"), lambda card: listed(card.tags)),
        (Column(wording.SOURCE, 40, "data"), lambda card: card.source),
        (Column(wording.NOTE, 38, "data"), lambda card: card.note),
        (Column(wording.ID, 26, "file"), lambda card: card.id),
        (Column(wording.ROW, 8, "file"), row),
        (Column(wording.X, 8, "file"), x),
        (Column(wording.PINNED, 10, "file"), pinned),
        (Column(wording.ORIGINALS, 40, "file"), lambda card: joined(card.originals)),
        (Column(wording.LAYER_ID, 14, "file"), lambda card: card.layer),
        (Column(wording.LIST_ORDER, 8, "file"), lambda card: order[card.id]),
    )


def effect(card: Card) -> str | None:
    """What the card does to the change; None where nobody scored it."""
    return picture.EFFECT_WORDS[card.force.effect] if card.force else None


def strength(card: Card) -> int | None:
    """1 to 5; None where nobody scored it."""
    return card.force.strength if card.force else None


def shiftable(card: Card) -> str | None:
    """Whether we can shift it; None where nobody said."""
    return card.force.shiftable if card.force else None


def row(card: Card) -> int | None:
    """The row of its band, from 0 at the top; None where it has no place of its own."""
    return card.position.row if card.position else None


def x(card: Card) -> float | None:
    """Its centre across the iceberg, 0 to 1; None where it has no place of its own."""
    return card.position.x if card.position else None


def pinned(card: Card) -> str | None:
    """Whether a person put it where it stands; None where it has no place of its own."""
    return yes(card.position.pinned) if card.position else None
