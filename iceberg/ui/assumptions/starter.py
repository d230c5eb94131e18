"""Assumptions to pick from and reword: how the initiative lasts when the external money ends."""

from __future__ import annotations

import streamlit as st

from iceberg.catalog import StarterAssumption
from iceberg.edits import Edit
from iceberg.model import TEXT_LIMIT, Assumption, Canvas
from iceberg.ui import session
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.assumptions import wording
from iceberg.ui.assumptions.changes import added
from iceberg.ui.plain import plain
from iceberg.ui.when import today

_PLACE = "starter"
_GROUP, _CHOSEN = "starter_group", "starter_chosen"


def starter(canvas: Canvas) -> None:
    """Choose a way of lasting and what it needs, reword the assumption, and add it."""
    offered = _offered(canvas)
    if not offered:
        st.caption(wording.STARTER_NONE)
        return
    st.caption(wording.STARTER_LINE)
    groups = list(dict.fromkeys(one.group for one in offered.values()))
    group = st.radio(wording.STARTER_GROUP, groups, format_func=plain, key=_GROUP)
    of_group = {name: one for name, one in offered.items() if one.group == group}
    abouts = {name: plain(one.about.capitalize()) for name, one in of_group.items()}
    name = st.radio(
        wording.STARTER_ABOUT,
        list(of_group),
        format_func=lambda name: abouts.get(name, ""),
        captions=[plain(one.text) for one in of_group.values()],
        key=f"{_CHOSEN}:{group}",
    )
    st.text_area(
        wording.STARTER_TEXT,
        of_group[name].text,
        key=f"starter_text:{name}",
        max_chars=TEXT_LIMIT,
        height=80,
    )
    st.button(wording.STARTER_ADD, key="starter_add", on_click=_add, args=(name,))
    show_refusal(_PLACE)


def _offered(canvas: Canvas) -> dict[str, StarterAssumption]:
    """By the id that each will have; what is on the canvas, reworded or not, is left out."""
    used = {one.id for one in canvas.assumptions}
    named = ((f"starter-{one.id}", one) for one in session.catalog().assumptions)
    return {name: one for name, one in named if name not in used}


def _add(name: str) -> None:
    text = st.session_state[f"starter_text:{name}"]

    def make(canvas: Canvas) -> Edit:
        taken = _offered(canvas)[name].taken(name)
        return added(Assumption.model_validate({**dict(taken), "text": text}), today())

    act(_PLACE, make)
