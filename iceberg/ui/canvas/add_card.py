"""Add a card: where it belongs, helped by the question of its level, and what it says."""

from __future__ import annotations

import streamlit as st

from iceberg.edits import AddCard, AddTrayCard
from iceberg.model import TEXT_LIMIT, Canvas, Card, Layer, Level, TrayCard, new_id
from iceberg.ui import session, wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.bring import wording as bring_words
from iceberg.ui.canvas.choices import choose_layer, choose_level
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.plain import plain

_PLACE = "add"


def add_card(canvas: Canvas) -> None:
    """Iceberg and level first, so that their question can be read while the words are found."""
    fields = Fields("add")
    layer_id = choose_layer(canvas, fields)
    level = choose_level(fields)
    layer = next(layer for layer in canvas.layers if layer.id == layer_id)
    _guide(layer, level)
    with st.form("add", border=False):
        st.text_area(
            wording.ADD_TEXT,
            key=fields.key("text"),
            max_chars=TEXT_LIMIT,
            height=100,
            placeholder=layer.guide(level).question,
        )
        st.form_submit_button(
            wording.ADD_BUTTON, type="primary", key="add_button", on_click=_add, width="stretch"
        )
        st.form_submit_button(
            bring_words.TRAY_ADD,
            key="add_waiting",
            help=bring_words.TRAY_ADD_HELP,
            on_click=_add_waiting,
            width="stretch",
        )
    show_refusal(_PLACE)


def _guide(layer: Layer, level: Level) -> None:
    guide = layer.guide(level)
    if guide.question:
        st.markdown(f"**{plain(guide.question)}**")
    if guide.example:
        st.caption(plain(wording.GUIDE_EXAMPLE.format(example=guide.example)))
    if guide.mistake:
        st.caption(plain(wording.GUIDE_MISTAKE.format(mistake=guide.mistake)))


def _add() -> None:
    fields = Fields("add")
    card_id = new_id()
    added = act(
        _PLACE,
        lambda _: AddCard(
            card=Card(id=card_id, layer=fields["layer"], level=fields["level"], text=fields["text"])
        ),
    )
    if added:
        fields.clear(text="")
        session.select(card=card_id)


def _add_waiting() -> None:
    fields, card_id = Fields("add"), new_id()
    if act(_PLACE, lambda _: AddTrayCard(card=TrayCard(id=card_id, text=fields["text"]))):
        fields.clear(text="")
