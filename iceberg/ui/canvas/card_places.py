"""Move a card to another place, merge it with another card, or remove it."""

from __future__ import annotations

import streamlit as st

from iceberg.edits import MergeCards, RemoveCard
from iceberg.model import Canvas, Card
from iceberg.ui import session, wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.changes import card_move
from iceberg.ui.canvas.choices import choose_card_of, choose_layer, choose_level
from iceberg.ui.canvas.choosing import card_names
from iceberg.ui.canvas.keys import Fields


def move(canvas: Canvas, card: Card) -> None:
    """To another iceberg or level; or let go of a place that a person chose."""
    fields = Fields("move", card)
    with st.form(fields.key("form"), border=False):
        choose_layer(canvas, fields, card.layer)
        choose_level(fields, card.level)
        if card.position and card.position.pinned:
            st.checkbox(wording.FREE, key=fields.key("free"))
        st.form_submit_button(
            wording.MOVE_BUTTON, key=fields.key("save"), on_click=_move, args=(card,)
        )
    show_refusal("move")


def _move(card: Card) -> None:
    fields = Fields("move", card)
    act(
        "move",
        lambda canvas: card_move(
            canvas.card(card.id) or card,
            fields["layer"],
            fields["level"],
            fields.get("free", False),
        ),
    )


def merge(canvas: Canvas, card: Card) -> None:
    """Another card that says the same goes into this one."""
    names = {other: name for other, name in card_names(canvas).items() if other != card.id}
    if not names:
        st.caption(wording.MERGE_NONE)
        return
    fields = Fields("merge", card)
    st.caption(wording.MERGE_LINE)
    with st.form(fields.key("form"), border=False):
        choose_card_of(wording.MERGE_WITH, names, fields.key("other"))
        st.form_submit_button(
            wording.MERGE_BUTTON, key=fields.key("save"), on_click=_merge, args=(card,)
        )
    show_refusal("merge")


def _merge(card: Card) -> None:
    other = Fields("merge", card)["other"]
    act("merge", lambda _: MergeCards(into=card.id, cards=(other,) if other else (card.id,)))


def remove(canvas: Canvas, card: Card) -> None:  # noqa: ARG001
    """Off the canvas, with what hangs on it; undo brings it back, so nothing asks twice."""
    st.caption(wording.REMOVE_LINE)
    st.button(wording.REMOVE_BUTTON, key=f"remove:{card.id}", on_click=_remove, args=(card.id,))
    show_refusal("remove")


def _remove(card_id: str) -> None:
    if act("remove", lambda _: RemoveCard(card=card_id)):
        session.forget_selection()
