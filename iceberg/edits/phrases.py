"""Pieces of the sentences that describe edits."""

from __future__ import annotations

from collections.abc import Iterable

from iceberg.model import Canvas, Level, Link
from iceberg.wording import LEVEL_TITLES
from iceberg.wording import quoted as in_quotation_marks

_SHOWN = 60


def quoted(text: str) -> str:
    """A text in quotation marks, or in those that it has; on one line, cut after 60 characters."""
    line = " ".join(text.split())
    if len(line) <= _SHOWN:
        return in_quotation_marks(line)
    return f"“{line[: _SHOWN - 1].removeprefix('“').rstrip()}…”"


def card_name(canvas: Canvas, card_id: str) -> str:
    """A card's text in quotation marks; "a card" when it is not on the canvas."""
    card = canvas.card(card_id) or canvas.tray_card(card_id)
    return quoted(card.text) if card else "a card"


def cell_name(canvas: Canvas, layer_id: str, level: Level) -> str:
    """A layer and a level, such as "Place, patterns"."""
    titles = (layer.title for layer in canvas.layers if layer.id == layer_id)
    return f"{next(titles, layer_id)}, {LEVEL_TITLES[level].lower()}"


def link_name(canvas: Canvas, link: Link | None) -> str:
    """A link as what it says: “cause” drives “effect”."""
    if link is None:
        return "a link"
    return f"{card_name(canvas, link.source)} {link.verb} {card_name(canvas, link.target)}"


def listed(words: Iterable[str]) -> str:
    """Words as a list: "a", "a and b", "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def counted(count: int, noun: str, plural: str) -> str:
    """A number with its noun: "1 card", "3 cards"."""
    return f"{count:,} {noun if count == 1 else plural}"
