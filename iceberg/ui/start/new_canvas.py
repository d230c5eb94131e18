"""The form for a new canvas, with the starter decks of its layers."""

from __future__ import annotations

import streamlit as st

from iceberg import wording as picture_words
from iceberg.catalog import Catalog, DeckCard, DeckReading
from iceberg.errors import EditRefusedError
from iceberg.model import LEVELS, LINE_LIMIT, TITLE_LIMIT, Canvas, Card, Layer, Reading
from iceberg.ui import session, wording
from iceberg.ui.acting import attempt, show_refusal
from iceberg.ui.plain import plain
from iceberg.ui.when import day

_PLACE = "new"
_USUAL_LAYERS = ("national", "place")


def new_canvas() -> None:
    """Title, place, question, layers and cards to begin with; one button makes the canvas."""
    catalog = session.catalog()
    with st.container(border=True):
        st.subheader(wording.NEW, anchor=False)
        st.text_input(
            wording.NEW_TITLE,
            key="new_title",
            placeholder=wording.NEW_TITLE_HINT,
            max_chars=TITLE_LIMIT,
        )
        st.text_input(wording.NEW_PLACE, key="new_place", placeholder=wording.NEW_PLACE_HINT)
        st.text_input(
            wording.NEW_QUESTION,
            key="new_question",
            placeholder=wording.NEW_QUESTION_HINT,
            max_chars=LINE_LIMIT,
        )
        layers = _choose_layers(catalog)
        for layer in layers:
            _deck(layer, catalog.deck(layer.id))
        st.button(wording.NEW_BUTTON, type="primary", key="new_create", on_click=_create)
        show_refusal(_PLACE)
    if made := st.session_state.pop("new_made", None):
        session.go_to_canvas(made)


def _choose_layers(catalog: Catalog) -> list[Layer]:
    chosen = st.pills(
        wording.NEW_LAYERS,
        [layer.id for layer in catalog.layers],
        selection_mode="multi",
        default=[layer.id for layer in catalog.layers if layer.id in _USUAL_LAYERS],
        format_func=lambda layer_id: plain(catalog.layer(layer_id).title),
        key="new_layers",
    )
    layers = [layer for layer in catalog.layers if layer.id in chosen]
    for layer in layers:
        st.caption(f"**{plain(layer.title)}** {plain(layer.scope)}")
    return layers


def _deck(layer: Layer, deck: tuple[DeckCard, ...]) -> None:
    if not deck:
        return
    label = wording.NEW_DECK.format(layer=layer.title, count=len(deck))
    with st.expander(plain(label)):
        st.caption(wording.NEW_DECK_LINE)
        for level in LEVELS:
            cards = [card for card in deck if card.level == level]
            if cards:
                st.markdown(f"**{picture_words.LEVEL_TITLES[level]}**")
            for card in cards:
                st.checkbox(plain(card.text), key=_key(layer.id, card))
                st.caption(plain(_evidence(card.latest)))


def _evidence(reading: DeckReading) -> str:
    figure = f"{reading.figure:,}" if not isinstance(reading.figure, str) else reading.figure
    parts = [
        picture_words.DIRECTION_WORDS[reading.direction],
        f"{figure} {reading.unit or ''}".strip(),
        reading.nation,
        reading.period,
        wording.NEW_DECK_SEEN.format(date=day(reading.date), source=reading.source),
    ]
    return " · ".join(parts)


def _key(layer_id: str, card: DeckCard) -> str:
    return f"deck:{layer_id}:{card.id}"


def _create() -> None:
    attempt(_PLACE, _make)


def _make() -> None:
    catalog = session.catalog()
    state = st.session_state
    layers = tuple(layer for layer in catalog.layers if layer.id in state["new_layers"])
    if not layers:
        raise EditRefusedError(wording.NEW_NO_LAYER)
    cards, readings = _dealt(catalog, layers)
    canvas = Canvas(
        title=state["new_title"],
        place=state["new_place"],
        question=state["new_question"],
        layers=layers,
        cards=cards,
        readings=readings,
    )
    state["new_made"] = session.create(canvas)


def _dealt(
    catalog: Catalog, layers: tuple[Layer, ...]
) -> tuple[tuple[Card, ...], tuple[Reading, ...]]:
    dealt = [
        card.dealt(layer.id, f"{layer.id}-{card.id}")
        for layer in layers
        for card in catalog.deck(layer.id)
        if st.session_state.get(_key(layer.id, card))
    ]
    cards = tuple(card for card, _ in dealt)
    return cards, tuple(reading for _, readings in dealt for reading in readings)
