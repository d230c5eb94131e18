"""What rests on a card: the assumptions, whether they hold, and a new one in a few words."""

from __future__ import annotations

import streamlit as st

from iceberg.layout.faces import assumption_labels
from iceberg.model import TEXT_LIMIT, Assumption, Canvas, Card, new_id
from iceberg.ui import where
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.assumptions import wording
from iceberg.ui.assumptions.changes import added
from iceberg.ui.assumptions.kept import asking_of
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.pictures import key_of
from iceberg.ui.plain import plain
from iceberg.ui.when import today

_PLACE = "resting"


def assumptions(canvas: Canvas, card: Card) -> None:
    """Those that rest on the card or on a link at it, folded away where there are none."""
    found = _resting(canvas, card)
    label = wording.AT_CARD.format(count=len(found))
    with st.expander(label, expanded=bool(found), key=f"part:assumptions:{card.id}"):
        _listed(canvas, found)
        _form(card)
        where.link(wording.AT_CARD_MORE, where.ASSUMPTIONS, where.canvas_id())
        show_refusal(_PLACE)


def _resting(canvas: Canvas, card: Card) -> list[Assumption]:
    links = {link.id for link in canvas.links if card.id in (link.source, link.target)}
    return [one for one in canvas.assumptions if card.id in one.cards or links & set(one.links)]


def _listed(canvas: Canvas, found: list[Assumption]) -> None:
    if not found:
        st.caption(wording.AT_CARD_NONE)
        return
    names = assumption_labels(canvas)
    asking = asking_of(*key_of(where.canvas_id() or "", canvas), today(), True, canvas)
    for one in found:
        asks = (wording.FILTERS["asking"],) if one.id in asking else ()
        marks = plain(" · ".join((wording.MARKS[one.status], *asks)))
        st.markdown(f"**{names[one.id]}** {plain(one.text)}  \n{marks}")


def _form(card: Card) -> None:
    fields = Fields(f"resting:{card.id}")
    with st.form(fields.key("form"), border=False):
        st.text_area(wording.TEXT, key=fields.key("assumed"), max_chars=TEXT_LIMIT, height=80)
        st.form_submit_button(
            wording.AT_CARD_ADD, key=fields.key("assume"), on_click=_add, args=(card.id,)
        )


def _add(card_id: str) -> None:
    fields, assumption_id = Fields(f"resting:{card_id}"), new_id()
    text = fields["assumed"]
    if act(
        _PLACE,
        lambda _: added(Assumption(id=assumption_id, text=text, cards=(card_id,)), today()),
    ):
        fields.clear(assumed="")
