"""The tray beside the icebergs: place a card that waits there, change, remove or put back one."""

from __future__ import annotations

import streamlit as st

from iceberg.edits import PlaceFromTray, PutInTray, RemoveTrayCard
from iceberg.model import NOTE_LIMIT, TEXT_LIMIT, Canvas, Card, TrayCard
from iceberg.ui import session
from iceberg.ui import wording as app_words
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.bring import wording
from iceberg.ui.canvas.changes import waiting_change
from iceberg.ui.canvas.choices import choose_layer, choose_level
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.plain import plain, short
from iceberg.wording import in_tray

_PLACE = "tray"
_CHOOSER = "choose_tray_card"


def tray(canvas: Canvas) -> None:
    """The cards that wait (there is one at least), and where the chosen one goes."""
    st.caption(wording.TRAY_LINE.format(waiting=in_tray(len(canvas.tray))))
    names = {card.id: short(card.text, 80) for card in canvas.tray}
    if st.session_state.get(_CHOOSER) not in names:
        st.session_state[_CHOOSER] = canvas.tray[0].id
    st.selectbox(
        wording.TRAY_CARD,
        list(names),
        format_func=lambda card_id: names.get(card_id, ""),
        key=_CHOOSER,
    )
    card = canvas.tray_card(st.session_state[_CHOOSER])
    if card:
        _waiting(canvas, card)
    show_refusal(_PLACE)


def _waiting(canvas: Canvas, card: TrayCard) -> None:
    st.markdown(f"**{plain(card.text)}**")
    if card.note:
        st.caption(plain(short(card.note, 300)))
    if linked := _linked(canvas, card.id):
        st.caption(plain(wording.TRAY_LINKED.format(cards="; ".join(linked))))
    fields = Fields("tray")
    choose_layer(canvas, fields)
    choose_level(fields)
    with st.container(horizontal=True):
        st.button(wording.TRAY_PLACE, type="primary", key="tray_place", on_click=_put)
        st.button(
            wording.TRAY_REMOVE,
            key="tray_remove",
            help=wording.TRAY_REMOVE_HELP,
            on_click=_remove,
        )
    with st.expander(wording.TRAY_CHANGE, key="tray_change"):
        _change(card)


def _change(card: TrayCard) -> None:
    fields = Fields("waiting", card)
    with st.form(fields.key("form"), border=False):
        text, note = fields.key("text"), fields.key("note")
        st.text_area(app_words.TEXT, card.text, key=text, max_chars=TEXT_LIMIT, height=100)
        st.text_area(app_words.NOTE, card.note or "", key=note, max_chars=NOTE_LIMIT, height=80)
        st.form_submit_button(
            app_words.CHANGE_BUTTON, key=fields.key("save"), on_click=_save, args=(card,)
        )


def _save(card: TrayCard) -> None:
    fields = Fields("waiting", card)
    values = {"text": fields["text"], "note": fields["note"]}
    act(_PLACE, lambda canvas: waiting_change(canvas.tray_card(card.id) or card, values))


def _linked(canvas: Canvas, card_id: str) -> list[str]:
    ends = (
        link.target if link.source == card_id else link.source
        for link in canvas.tray_links
        if card_id in (link.source, link.target)
    )
    found = (canvas.card(end) or canvas.tray_card(end) for end in dict.fromkeys(ends))
    return [short(card.text) for card in found if card]


def _put() -> None:
    card_id, fields = st.session_state[_CHOOSER], Fields("tray")
    placing = PlaceFromTray(card=card_id, layer=fields["layer"], level=fields["level"])
    if act(_PLACE, lambda _: placing):
        session.select(card=card_id)


def _remove() -> None:
    card_id = st.session_state[_CHOOSER]
    act(_PLACE, lambda _: RemoveTrayCard(card=card_id))


def put_back(canvas: Canvas, card: Card) -> None:  # noqa: ARG001
    """Off the iceberg, to be placed later."""
    st.caption(wording.PUT_BACK_LINE)
    st.button(
        wording.PUT_BACK_BUTTON, key=f"put_back:{card.id}", on_click=_put_back, args=(card.id,)
    )
    show_refusal("put_back")


def _put_back(card_id: str) -> None:
    if act("put_back", lambda _: PutInTray(card=card_id)):
        session.forget_selection()
