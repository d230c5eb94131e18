"""The starter decks at hand: trends from outside that may reach the place."""

from __future__ import annotations

import streamlit as st

from iceberg.catalog import DeckCard
from iceberg.edits import AddCard, AddReading, Edit, Together
from iceberg.errors import EditRefusedError
from iceberg.model import Canvas, Layer
from iceberg.ui import session
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.meeting import wording
from iceberg.ui.plain import plain

_PLACE = "deck"
_KEY = "deck_cards"


def deck(canvas: Canvas) -> None:
    """Choose trends that are not on the canvas yet, and add them with their readings."""
    offered = _offered(canvas)
    if not offered:
        st.caption(wording.DECK_NONE)
        return
    st.caption(wording.DECK_LINE)
    st.multiselect(
        wording.DECK_LABEL,
        list(offered),
        format_func=lambda name: offered[name][1].text if name in offered else "",
        key=_KEY,
    )
    st.button(wording.DECK_ADD, key="deck_add", on_click=_add)
    show_refusal(_PLACE)


def _offered(canvas: Canvas) -> dict[str, tuple[Layer, DeckCard]]:
    """By the id that the card will have; what is on the canvas, reworded or not, is left out."""
    decks = session.catalog().decks
    used = {card.id for card in canvas.cards} | {card.text for card in canvas.cards}
    return {
        f"{layer.id}-{card.id}": (layer, card)
        for layer in canvas.ordered_layers()
        for card in decks.get(layer.id, ())
        if not {f"{layer.id}-{card.id}", card.text} & used
    }


def _add() -> None:
    chosen = tuple(st.session_state[_KEY])
    if act(_PLACE, lambda canvas: _dealt(canvas, chosen)):
        st.session_state[_KEY] = []


def _dealt(canvas: Canvas, chosen: tuple[str, ...]) -> Edit:
    offered = _offered(canvas)
    dealt = [
        offered[name][1].dealt(offered[name][0].id, name) for name in chosen if name in offered
    ]
    if not dealt:
        raise EditRefusedError(plain(wording.DECK_EMPTY))
    cards = tuple(AddCard(card=card) for card, _ in dealt)
    readings = tuple(AddReading(reading=reading) for _, found in dealt for reading in found)
    return Together(edits=(*cards, *readings))
