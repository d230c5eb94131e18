"""Everything about one card: change, link, read, move, merge, remove."""

from __future__ import annotations

import streamlit as st

from iceberg.model import Canvas, Card
from iceberg.ui import session, wording
from iceberg.ui.acting import show_refusal
from iceberg.ui.bring import wording as bring_words
from iceberg.ui.canvas.assumptions import assumptions
from iceberg.ui.canvas.card_places import merge, move, remove
from iceberg.ui.canvas.change_card import change_card
from iceberg.ui.canvas.choosing import PANEL, card_names, chosen_card
from iceberg.ui.canvas.readings import readings
from iceberg.ui.canvas.tray import put_back
from iceberg.ui.plain import plain

_CHOOSER = "choose_card"


def card_panel(canvas: Canvas) -> None:
    """The chosen card; a list to choose from for those who do not use the picture."""
    if not canvas.cards:
        st.info(wording.NO_CARDS)
        return
    card = chosen_card(canvas)
    st.session_state[_CHOOSER] = card.id if card else None
    st.selectbox(
        wording.CHOOSE_CARD,
        list(names := card_names(canvas)),
        index=None,
        format_func=lambda card_id: names.get(card_id, ""),
        placeholder=wording.CHOOSE_CARD_HINT,
        key=_CHOOSER,
        on_change=_choose,
    )
    if card:
        _about(canvas, card)
    else:
        show_refusal("change", "move", "merge", "put_back", "remove", "reading")


def _choose() -> None:
    session.select(card=st.session_state[_CHOOSER])


def _about(canvas: Canvas, card: Card) -> None:
    if card.originals:
        lines = (f"- {plain(text)}" for text in card.originals)
        st.markdown("\n".join((wording.ORIGINALS, "", *lines)))
    change_card(card)
    st.button(wording.LINK_FROM_HERE, key="link_from_here", on_click=_link, width="stretch")
    assumptions(canvas, card)
    for title, part in (
        (wording.READINGS, readings),
        (wording.MOVE, move),
        (wording.MERGE, merge),
        (bring_words.PUT_BACK, put_back),
        (wording.REMOVE, remove),
    ):
        with st.expander(title, key=f"part:{title}"):
            part(canvas, card)


def _link() -> None:
    st.session_state[PANEL] = "link"
