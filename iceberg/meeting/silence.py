"""What others see while cards are added in silence: how many there are, not what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from iceberg.meeting.state import Meeting
from iceberg.model import Canvas, Level

Cell = tuple[str, Level]


def seen_by_all(canvas: Canvas, before: Canvas, meeting: Meeting) -> Canvas:
    """The canvas without the cards that were added since the silence began.

    ``before`` is the canvas at the revision ``meeting.since``.
    """
    if meeting.phase != "silence":
        return canvas
    hidden = _cards(canvas) - _cards(before)
    told = canvas.model_copy(update={"imports": before.imports}) if canvas.imports else canvas
    return without(told, hidden) if hidden else told


def without_hidden(canvas: Canvas) -> Canvas:
    """The canvas without what only facilitators may read.

    These are the cards that its view leaves out, those in the tray, and reports on imports.
    """
    beside = {card.id for card in canvas.tray}
    hidden = {card.id for card in canvas.left_out_cards()} | beside
    told = canvas.model_copy(update={"imports": ()}) if canvas.imports else canvas
    return without(told, hidden) if hidden else told


def without(canvas: Canvas, cards: set[str]) -> Canvas:
    """The canvas without some cards and what hangs on them; for looking at, not for keeping."""
    told = canvas.only_cards(_cards(canvas) - cards)
    gone = _names(canvas) - _names(told)
    left_out = tuple(card for card in canvas.view.left_out if card not in gone)
    return told.model_copy(
        update={
            # Ids of cards may be made from what they say, and keys of findings hold ids.
            "dismissed": tuple(x for x in canvas.dismissed if gone.isdisjoint(x.split(":"))),
            "view": canvas.view.model_copy(update={"left_out": left_out}),
        }
    )


def _names(canvas: Canvas) -> set[str]:
    """The ids of all that can be hidden, and that a finding can be about."""
    parts = (canvas.cards, canvas.tray, canvas.links, canvas.tray_links, canvas.readings)
    return {part.id for some in parts for part in some}


def _cards(canvas: Canvas) -> set[str]:
    return {card.id for card in canvas.cards} | {card.id for card in canvas.tray}


def new_cards(canvas: Canvas, before: Canvas) -> Mapping[Cell, int]:
    """How many cards each cell (layer, level) has gained."""
    known = {card.id for card in before.cards}
    return Counter((card.layer, card.level) for card in canvas.cards if card.id not in known)
