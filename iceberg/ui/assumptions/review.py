"""The review of an assumption: still true? what do we now assume? what will we do?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from iceberg.analyses import Finding
from iceberg.model import NOTE_LIMIT, TEXT_LIMIT, Assumption
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.assumptions import wording
from iceberg.ui.assumptions.changes import newest, reviewed
from iceberg.ui.assumptions.form import actions_of, ask_actions
from iceberg.ui.assumptions.reasons import show_reasons
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.plain import plain
from iceberg.ui.when import today

_PLACE = "review"
_FAILED = "review_failed"
_PAUSE: Final = dt.timedelta(weeks=13)
"""Partnerships look at their assumptions every three to four months."""


@st.dialog(wording.REVIEW_TITLE, width="medium")
def review(assumption: Assumption, asks: Sequence[Finding]) -> None:
    """Three questions and a date, in a window of its own; kept as one edit."""
    fields = Fields("review", assumption)
    st.markdown(f"**{plain(assumption.text)}**")
    show_reasons(assumption, asks)
    with st.form(fields.key("form"), border=False):
        _asked(fields, assumption)
        saved = st.form_submit_button(
            wording.REVIEW_SAVE,
            type="primary",
            key=fields.key("save"),
            on_click=_save,
            args=(assumption,),
        )
    show_refusal(_PLACE)
    if saved and not st.session_state.get(_FAILED):
        st.rerun()


def _asked(fields: Fields, assumption: Assumption) -> None:
    st.segmented_control(
        wording.STILL_TRUE,
        list(wording.MARKS),
        default=assumption.status,
        format_func=lambda status: wording.MARKS[status],
        required=True,
        key=fields.key("status"),
    )
    st.text_input(wording.WHY, key=fields.key("why"), max_chars=NOTE_LIMIT)
    st.text_area(
        wording.NOW_ASSUME,
        assumption.text,
        key=fields.key("text"),
        max_chars=TEXT_LIMIT,
        height=80,
    )
    st.markdown(f"**{wording.WILL_DO}**")
    ask_actions(fields, assumption)
    st.date_input(
        wording.NEXT_REVIEW,
        today() + _PAUSE,
        key=fields.key("review"),
        format="DD/MM/YYYY",
    )


def _values(fields: Fields) -> dict[str, Any]:
    said = {field: fields[field] for field in ("status", "why", "text", "review")}
    return {**said, **actions_of(fields)}


def _save(assumption: Assumption) -> None:
    fields = Fields("review", assumption)
    kept = act(
        _PLACE, lambda canvas: reviewed(newest(canvas, assumption), _values(fields), today())
    )
    st.session_state[_FAILED] = not kept
