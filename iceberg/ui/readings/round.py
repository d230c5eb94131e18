"""Going through the cards of one layer: where one is, and what came of each card."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, cast

import streamlit as st

from iceberg.model import Canvas, Card
from iceberg.ui import where
from iceberg.ui.canvas.choosing import card_names

Outcome = Literal["saved", "confirmed", "skipped"]
_KEY = "readings_round"


@dataclass
class Round:
    """One way through a layer; ``at`` counts from 0 and is the number of cards at the end."""

    at: int = 0
    outcomes: dict[str, tuple[Outcome, str]] = field(default_factory=dict)
    """By card what came of it, and the id of the reading that was made, if any."""

    def go_on(self, card: str, outcome: Outcome, reading: str = "") -> None:
        """Note what came of a card and turn to the next; a saved one stays one when skipped."""
        if outcome != "skipped" or card not in self.outcomes:
            self.outcomes[card] = outcome, reading
        self.at += 1

    def count(self, outcome: Outcome, canvas: Canvas) -> int:
        """How many cards came to this; a reading that was taken back does not count."""
        there = {"", *(reading.id for reading in canvas.readings)}
        return sum(came == outcome and made in there for came, made in self.outcomes.values())


def round_of(layer: str) -> Round:
    """The round that is under way through a layer of the open canvas, or a new one."""
    name = f"{where.canvas_id()}:{layer}"
    kept = cast("dict[str, Round]", st.session_state.setdefault(_KEY, {}))
    return kept.setdefault(name, Round())


def begin_again(layer: str) -> None:
    """Start from the first card."""
    st.session_state[_KEY].pop(f"{where.canvas_id()}:{layer}", None)


def cards_of(canvas: Canvas, layer: str) -> list[Card]:
    """The cards of a layer from the surface down."""
    by_id = {card.id: card for card in canvas.cards}
    return [by_id[one] for one in card_names(canvas) if by_id[one].layer == layer]
