"""The check before a file goes out: what may name a person, to hide or to keep."""

from __future__ import annotations

from typing import Final, Literal, cast

import streamlit as st

from iceberg.exporters.leaving.people import Hint, people
from iceberg.exporters.leaving.selection import Place
from iceberg.model import Canvas
from iceberg.ui.plain import plain, short
from iceberg.ui.take_away import wording

Decision = Literal["hide", "keep"]
_SHOWN: Final = 12
"""Hints on the page at once: more would be passed over."""


def hidden(canvas_id: str, canvas: Canvas) -> tuple[Place, ...]:
    """The places that this session has decided to hide, after asking about those left."""
    hints = people(canvas)
    title = wording.NAMES.format(count=len(hints)) if hints else wording.NAMES_NONE
    with st.expander(title):
        if hints:
            _ask(canvas_id, hints)
        else:
            st.caption(wording.NAMES_CLEAR)
    return tuple(hint.place for hint in hints if _decision(canvas_id, hint) == "hide")


def undecided(canvas_id: str, canvas: Canvas) -> int:
    """How many places nobody has decided about in this session."""
    askable = (hint for hint in people(canvas) if hint.can_be_hidden)
    return sum(_decision(canvas_id, hint) is None for hint in askable)


def names_left(canvas_id: str, canvas: Canvas) -> str:
    """The sentence that says how many are left to decide, or nothing."""
    left = undecided(canvas_id, canvas)
    if left == 1:
        return wording.NAMES_OPEN_ONE
    return wording.NAMES_OPEN.format(count=left) if left else ""


def _ask(canvas_id: str, hints: tuple[Hint, ...]) -> None:
    st.caption(wording.NAMES_LINE)
    with st.container(horizontal=True):
        for decision, label in wording.NAME_ALL.items():
            # About what stands on the page: what came meanwhile is asked about.
            st.button(
                label,
                key=f"names:{decision}",
                on_click=_decide_all,
                args=(canvas_id, decision, hints),
            )
    for hint in hints[:_SHOWN]:
        _ask_about(canvas_id, hint)
    if len(hints) > _SHOWN:
        st.caption(wording.NAMES_MORE.format(count=len(hints) - _SHOWN))


def _ask_about(canvas_id: str, hint: Hint) -> None:
    place = " ".join((wording.PLACES[hint.place[0]], *_field(hint)))
    st.markdown(wording.NAME_LINE.format(place=place, found=plain(hint.found), why=hint.why))
    if hint.text != hint.found:
        st.caption(plain(short(hint.text, 120)))
    if not hint.can_be_hidden:
        st.caption(wording.NAME_FIXED)
        return
    key = f"name:{':'.join(hint.place)}"
    st.session_state[key] = _decision(canvas_id, hint)
    st.segmented_control(
        place,
        list(wording.NAME_CHOICES),
        format_func=lambda one: wording.NAME_CHOICES[one],
        label_visibility="collapsed",
        key=key,
        on_change=_decide,
        args=(canvas_id, hint),
    )


def _field(hint: Hint) -> tuple[str, ...]:
    name = hint.place[-1] if len(hint.place) == 3 or hint.place[0] == "canvas" else None
    return (f"({wording.PLACE_FIELDS[name]})",) if name in wording.PLACE_FIELDS else ()


def _decide(canvas_id: str, hint: Hint) -> None:
    chosen = st.session_state[f"name:{':'.join(hint.place)}"]
    if chosen is None:
        _decided(canvas_id).pop(hint.place, None)
    else:
        _decided(canvas_id)[hint.place] = chosen, hint.text


def _decide_all(canvas_id: str, decision: Decision, hints: tuple[Hint, ...]) -> None:
    for hint in hints:
        if hint.can_be_hidden:
            _decided(canvas_id)[hint.place] = decision, hint.text


def _decision(canvas_id: str, hint: Hint) -> Decision | None:
    """What was decided about a place; to keep it holds only for the words that it had then."""
    decision, text = _decided(canvas_id).get(hint.place, (None, ""))
    return None if decision == "keep" and text != hint.text else decision


def _decided(canvas_id: str) -> dict[Place, tuple[Decision, str]]:
    """What was decided in this session, by place; kept while other pages are looked at."""
    every = st.session_state.setdefault("names_decided", {})
    return cast("dict[Place, tuple[Decision, str]]", every.setdefault(canvas_id, {}))
