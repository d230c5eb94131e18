"""Link two cards with a plain verb; change a link, turn it round, remove it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from iceberg.edits import AddLink, RemoveLink
from iceberg.errors import EditRefusedError
from iceberg.model import NOTE_LIMIT, Canvas, Link, new_id
from iceberg.ui import session, wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.changes import link_change, link_turned
from iceberg.ui.canvas.choices import answer, choose_card_of, choose_verb
from iceberg.ui.canvas.choosing import card_names, chosen_card, chosen_link, link_names
from iceberg.ui.canvas.keys import Fields

_PLACE = "link"
_CHOOSER = "choose_link"


def link_panel(canvas: Canvas) -> None:
    """A new link, or the one that is chosen."""
    if len(canvas.cards) < 2:
        st.info(wording.LINK_NEEDS_TWO)
        return
    link = chosen_link(canvas)
    if canvas.links:
        _chooser(canvas, link)
    if link:
        _existing(canvas, link)
    else:
        _new(canvas)
    show_refusal(_PLACE)


def _chooser(canvas: Canvas, link: Link | None) -> None:
    names = link_names(canvas)
    st.session_state[_CHOOSER] = link.id if link else None
    st.selectbox(
        wording.LINK_CHOOSE,
        list(names),
        index=None,
        format_func=lambda link_id: names.get(link_id, ""),
        placeholder=wording.LINK_CHOOSE_HINT,
        key=_CHOOSER,
        on_change=_choose,
    )


def _choose() -> None:
    session.select(link=st.session_state[_CHOOSER])


def _new(canvas: Canvas) -> None:
    card = chosen_card(canvas)
    fields = Fields("link", card)
    with st.form(fields.key("form"), border=False):
        _says(canvas, fields, None, card.id if card else None)
        st.form_submit_button(
            wording.LINK_BUTTON,
            type="primary",
            key=fields.key("save"),
            on_click=_add,
            args=(fields,),
            width="stretch",
        )


def _says(canvas: Canvas, fields: Fields, link: Link | None, source: str | None) -> None:
    names = card_names(canvas)
    target = link.target if link else None
    choose_card_of(wording.LINK_FROM, names, fields.key("source"), source)
    choose_verb(fields, link.verb if link else "drives")
    choose_card_of(wording.LINK_TO, names, fields.key("target"), target)
    with st.expander(wording.DETAILS):
        _details(fields, link)


def _details(fields: Fields, link: Link | None) -> None:
    signs = list(wording.SIGNS)
    st.radio(
        wording.SIGN,
        signs,
        index=signs.index(link.sign) if link and link.sign else 0,
        format_func=lambda sign: wording.SIGNS[sign],
        key=fields.key("sign"),
    )
    st.segmented_control(
        wording.LINK_STRENGTH,
        list(wording.LINK_STRENGTHS),
        default=link.strength if link else 2,
        format_func=lambda strength: wording.LINK_STRENGTHS[strength],
        required=True,
        key=fields.key("strength"),
    )
    st.checkbox(wording.DELAYED, bool(link and link.delayed), key=fields.key("delayed"))
    note = link.note if link else None
    st.text_area(wording.NOTE, note or "", key=fields.key("note"), max_chars=NOTE_LIMIT, height=80)


def _values(fields: Fields) -> dict[str, Any]:
    if not (fields["source"] and fields["target"]):
        raise EditRefusedError(wording.LINK_NEEDS_ENDS)
    return {
        "source": fields["source"],
        "target": fields["target"],
        "verb": fields["verb"],
        "sign": answer(fields["sign"]),
        "strength": fields["strength"],
        "delayed": fields["delayed"],
        "note": fields["note"],
    }


def _add(fields: Fields) -> None:
    link_id = new_id()
    if act(_PLACE, lambda _: AddLink(link=Link(id=link_id, **_values(fields)))):
        fields.clear(target=None)


def _existing(canvas: Canvas, link: Link) -> None:
    fields = Fields("link", link)
    with st.form(fields.key("form"), border=False):
        _says(canvas, fields, link, link.source)
        st.form_submit_button(
            wording.LINK_CHANGE_BUTTON,
            type="primary",
            key=fields.key("save"),
            on_click=_change,
            args=(fields, link),
            width="stretch",
        )
    with st.container(horizontal=True):
        st.button(wording.LINK_TURN_BUTTON, key="link_turn", on_click=_turn, args=(link.id,))
        st.button(wording.LINK_REMOVE_BUTTON, key="link_remove", on_click=_remove, args=(link.id,))


def _change(fields: Fields, link: Link) -> None:
    act(_PLACE, lambda canvas: link_change(_newest(canvas, link.id), _values(fields)))


def _turn(link_id: str) -> None:
    act(_PLACE, lambda canvas: link_turned(_newest(canvas, link_id)))


def _newest(canvas: Canvas, link_id: str) -> Link:
    for link in canvas.links:
        if link.id == link_id:
            return link
    raise EditRefusedError(wording.LINK_GONE)


def _remove(link_id: str) -> None:
    if act(_PLACE, lambda _: RemoveLink(link=link_id)):
        session.forget_selection()
