"""Change what a card says, what it does to the change, and what is noted about it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from iceberg.model import LINE_LIMIT, NOTE_LIMIT, TEXT_LIMIT, Card
from iceberg.ui import wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.changes import card_change, force_of, tags_in
from iceberg.ui.canvas.choices import answer, choose_one
from iceberg.ui.canvas.keys import Fields

_PLACE = "change"
_STRENGTHS = (1, 2, 3, 4, 5)


def change_card(card: Card) -> None:
    """One form, saved at once."""
    fields = Fields("change", card)
    with st.form(fields.key("form"), border=False):
        st.text_area(
            wording.TEXT, card.text, key=fields.key("text"), max_chars=TEXT_LIMIT, height=100
        )
        _force(card, fields)
        with st.expander(wording.MORE_FIELDS):
            _more(card, fields)
        st.form_submit_button(
            wording.CHANGE_BUTTON,
            type="primary",
            key=fields.key("save"),
            on_click=_save,
            args=(card,),
            width="stretch",
        )
    show_refusal(_PLACE)


def _force(card: Card, fields: Fields) -> None:
    force = card.force
    effect, shiftable = (force.effect, force.shiftable) if force else (None, None)
    choose_one(wording.EFFECT, wording.EFFECTS, effect, fields.key("effect"))
    st.segmented_control(
        wording.STRENGTH,
        _STRENGTHS,
        default=force.strength if force else 3,
        required=True,
        key=fields.key("strength"),
    )
    choose_one(wording.SHIFTABLE, wording.SHIFTABLES, shiftable, fields.key("shiftable"))


def _more(card: Card, fields: Fields) -> None:
    st.text_input(
        wording.TAGS, ", ".join(card.tags), key=fields.key("tags"), help=wording.TAGS_HELP
    )
    st.text_input(wording.SOURCE, card.source or "", key=fields.key("source"), max_chars=LINE_LIMIT)
    st.text_area(
        wording.NOTE, card.note or "", key=fields.key("note"), max_chars=NOTE_LIMIT, height=80
    )
    st.number_input(
        wording.VOTES, min_value=0, max_value=9_999, value=card.votes, key=fields.key("votes")
    )
    st.toggle(wording.UNSURE, card.unsure, key=fields.key("unsure"), help=wording.UNSURE_HELP)


def _save(card: Card) -> None:
    fields = Fields("change", card)
    act(_PLACE, lambda canvas: card_change(canvas.card(card.id) or card, _values(fields)))


def _values(fields: Fields) -> dict[str, Any]:
    return {
        "text": fields["text"],
        "force": force_of(
            answer(fields["effect"]), fields["strength"], answer(fields["shiftable"])
        ),
        "tags": tags_in(fields["tags"]),
        "source": fields["source"],
        "note": fields["note"],
        "votes": fields["votes"],
        "unsure": fields["unsure"],
    }
