"""Typing up paper notes: many lines, one cell, one step."""

from __future__ import annotations

import streamlit as st

from iceberg.edits import AddCard, Edit, Together
from iceberg.errors import EditRefusedError
from iceberg.model import LEVELS, TEXT_LIMIT, Canvas, Card, Level, clean_text, new_id
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.meeting import wording
from iceberg.ui.plain import plain
from iceberg.ui.wording import LAYER, LEVEL
from iceberg.wording import LEVEL_TITLES

_PLACE = "paper"


def paper(canvas: Canvas) -> None:
    """A box for many cards of one cell."""
    titles = {layer.id: layer.title for layer in canvas.ordered_layers()}
    st.caption(wording.PAPER_LINE)
    st.segmented_control(
        LAYER,
        list(titles),
        format_func=lambda one: plain(titles.get(one, "")),
        default=list(titles)[-1],
        required=True,
        key="paper_layer",
        label_visibility="collapsed",
    )
    st.selectbox(
        LEVEL,
        LEVELS,
        format_func=lambda one: LEVEL_TITLES[one],
        key="paper_level",
        label_visibility="collapsed",
    )
    st.text_area(wording.PAPER_LABEL, key="paper_text", height=160)
    st.button(wording.PAPER_ADD, key="paper_add", on_click=_add)
    show_refusal(_PLACE)


def _add() -> None:
    layer, level = st.session_state["paper_layer"], st.session_state["paper_level"]
    texts = [clean_text(line) for line in st.session_state["paper_text"].splitlines()]
    if act(_PLACE, lambda _: _cards(texts, layer, level)):
        st.session_state["paper_text"] = ""


def _cards(texts: list[str], layer: str, level: Level) -> Edit:
    for number, text in enumerate(texts, 1):
        if len(text) > TEXT_LIMIT:
            said = {"number": number, "length": len(text), "limit": TEXT_LIMIT}
            raise EditRefusedError(wording.PAPER_TOO_LONG.format(**said))
    cards = [Card(id=new_id(), layer=layer, level=level, text=text) for text in texts if text]
    if not cards:
        raise EditRefusedError(wording.PAPER_EMPTY)
    return Together(edits=tuple(AddCard(card=card) for card in cards))
