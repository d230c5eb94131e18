"""What an assumption says, rests on and is watched by: one form for a new one and for a change."""

from __future__ import annotations

from typing import Any

import streamlit as st

from iceberg.model import LINE_LIMIT, NOTE_LIMIT, TEXT_LIMIT, Assumption, Canvas, new_id
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.assumptions import wording
from iceberg.ui.assumptions.changes import actions_in, added, changed, newest, threshold_in
from iceberg.ui.canvas.choosing import card_names, link_names
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.when import today

_PLACE = "assumption"
_LISTS = ("cards", "links")
_SAID = ("text", "load_bearing", "vulnerable", "signpost", "signpost_card", "owner", "review")


def add_form(canvas: Canvas) -> None:
    """A form for a new assumption."""
    fields = Fields("assumption")
    with st.form(fields.key("form"), border=False):
        _asked(canvas, fields, None)
        st.form_submit_button(
            wording.ADD_SAVE, type="primary", key=fields.key("save"), on_click=_add
        )
    show_refusal(_PLACE)


@st.dialog(wording.CHANGE_TITLE, width="medium")
def change_form(canvas: Canvas, assumption: Assumption) -> None:
    """A form for one that is known, in a window of its own."""
    fields = Fields("assumption", assumption)
    with st.form(fields.key("form"), border=False):
        _asked(canvas, fields, assumption)
        saved = st.form_submit_button(
            wording.CHANGE_SAVE,
            type="primary",
            key=fields.key("save"),
            on_click=_change,
            args=(assumption,),
        )
    show_refusal(_PLACE)
    if saved and not st.session_state.get(_FAILED):
        st.rerun()


_FAILED = "assumption_failed"


def _asked(canvas: Canvas, fields: Fields, known: Assumption | None) -> None:
    text = known.text if known else ""
    st.text_area(wording.TEXT, text, key=fields.key("text"), max_chars=TEXT_LIMIT, height=80)
    _rests(canvas, fields, known)
    for field, label in (("load_bearing", wording.IF_IT_FAILS), ("vulnerable", wording.COULD_FAIL)):
        st.checkbox(label, bool(known and getattr(known, field)), key=fields.key(field))
    with st.expander(wording.DETAILS, expanded=known is not None):
        _sign(canvas, fields, known)
        ask_actions(fields, known)
        _care(fields, known)


def _rests(canvas: Canvas, fields: Fields, known: Assumption | None) -> None:
    names = {"cards": card_names(canvas), "links": link_names(canvas)}
    labels = {"cards": wording.CARDS, "links": wording.LINKS}
    for field in _LISTS if canvas.links else _LISTS[:1]:
        st.multiselect(
            labels[field],
            list(names[field]),
            default=list(getattr(known, field)) if known else [],
            format_func=lambda part, known=names[field]: known.get(part, ""),  # type: ignore[misc]
            placeholder=wording.CHOOSE,
            key=fields.key(field),
        )


def _sign(canvas: Canvas, fields: Fields, known: Assumption | None) -> None:
    seen = (known.signpost if known else None) or ""
    st.text_input(wording.SIGN, seen, key=fields.key("signpost"), max_chars=LINE_LIMIT)
    names = card_names(canvas)
    watched = known.signpost_card if known else None
    st.selectbox(
        wording.SIGN_CARD,
        list(names),
        index=list(names).index(watched) if watched in names else None,
        format_func=lambda card: names.get(card, ""),
        placeholder=wording.CHOOSE,
        key=fields.key("signpost_card"),
    )
    limit = known.threshold if known else None
    words = wording.CROSSINGS
    st.segmented_control(
        wording.CROSSING,
        list(words),
        default=limit.crossing if limit else "none",
        format_func=lambda crossing: words[crossing],
        required=True,
        key=fields.key("crossing"),
    )
    figure = f"{limit.figure:,}" if limit else ""
    st.text_input(wording.FIGURE, figure, key=fields.key("figure"), max_chars=LINE_LIMIT)


def ask_actions(fields: Fields, known: Assumption | None) -> None:
    """Two lists, one action a line."""
    for field, label in (("shaping", wording.WILL_PROTECT), ("hedging", wording.WILL_PREPARE)):
        lines = "\n".join(getattr(known, field)) if known else ""
        st.text_area(label, lines, key=fields.key(field), max_chars=NOTE_LIMIT, height=80)


def _care(fields: Fields, known: Assumption | None) -> None:
    st.text_input(
        wording.OWNER,
        (known.owner if known else None) or "",
        key=fields.key("owner"),
        max_chars=LINE_LIMIT,
        help=wording.OWNER_HELP,
    )
    st.date_input(
        wording.NEXT_REVIEW,
        known.review if known else None,
        key=fields.key("review"),
        format="DD/MM/YYYY",
    )


def _values(fields: Fields) -> dict[str, Any]:
    said = {field: fields[field] for field in _SAID}
    lists = {field: tuple(fields.get(field, ())) for field in _LISTS}
    limit = threshold_in(fields["crossing"], fields["figure"], fields["signpost_card"])
    return {**said, **lists, **actions_of(fields), "threshold": limit}


def actions_of(fields: Fields) -> dict[str, tuple[str, ...]]:
    """What ``ask_actions`` was answered."""
    return {field: actions_in(fields[field]) for field in ("shaping", "hedging")}


def _add() -> None:
    fields, assumption_id = Fields("assumption"), new_id()
    if act(
        _PLACE,
        lambda _: added(Assumption(id=assumption_id, **_values(fields)), today()),
    ):
        texts = ("text", "signpost", "figure", "shaping", "hedging", "owner")
        fields.clear(cards=[], links=[], load_bearing=False, vulnerable=False, crossing="none")
        fields.clear(signpost_card=None, review=None, **dict.fromkeys(texts, ""))


def _change(assumption: Assumption) -> None:
    fields = Fields("assumption", assumption)
    kept = act(_PLACE, lambda canvas: changed(newest(canvas, assumption), _values(fields), today()))
    st.session_state[_FAILED] = not kept
