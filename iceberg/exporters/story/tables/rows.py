"""What all tables share: a column with what it holds, the cards' order, small words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from iceberg.exporters.story import wording
from iceberg.exporters.story.parts import Column, Table, Value
from iceberg.model import LEVELS, Canvas, Card

Thing = TypeVar("Thing")


def table(things: Iterable[Thing], *fields: tuple[Column, Callable[[Thing], Value]]) -> Table:
    """A row a thing; each column comes with the function that fills it."""
    columns = tuple(column for column, _ in fields)
    return Table(columns, tuple(tuple(fill(thing) for _, fill in fields) for thing in things))


def one_line(text: str | None) -> str:
    """The text of a card or note without its line breaks."""
    return " ".join((text or "").split())


def yes(is_so: bool) -> str:
    """Yes or no."""
    return wording.YES if is_so else wording.NO


def in_order(canvas: Canvas, layer: str | None = None) -> tuple[Card, ...]:
    """The cards in reading order: by layer, then from the surface down, then as listed."""
    layers = {x.id: n for n, x in enumerate(canvas.ordered_layers())}
    cards = [card for card in canvas.cards if layer in (None, card.layer)]
    return tuple(sorted(cards, key=lambda card: (layers[card.layer], LEVELS.index(card.level))))
