"""How long the canvas is kept, what to take before, and deleting it now."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from iceberg.exporters import ExportOptions
from iceberg.meeting import Grant
from iceberg.model import Canvas
from iceberg.ui import pictures, session, where
from iceberg.ui.acting import attempt, show_refusal, tell
from iceberg.ui.kept import forget_all
from iceberg.ui.meeting import wording
from iceberg.ui.plain import plain, short
from iceberg.ui.when import day, today

_PLACE = "keeping"
_FILE = ".iceberg.json"


def keeping(grant: Grant, canvas: Canvas) -> None:
    """The last day, everything as a file, and the end."""
    kept = session.meetings().of(grant.canvas_id).keep_until
    st.date_input(
        wording.KEEP_UNTIL,
        kept,
        min_value=min(today(), kept or today()),
        format="DD/MM/YYYY",
        key="keep_until",
        help=wording.KEEP_HELP,
    )
    st.button(wording.KEEP_SAVE, key="keep_save", on_click=_keep, args=(grant,))
    key = pictures.key_of(grant.canvas_id, canvas)
    everything = pictures.file_of(*key, _FILE, ExportOptions(), canvas)
    st.download_button(
        wording.TAKE_ALL, everything.data, file_name=f"canvas{_FILE}", key="take_all"
    )
    if st.button(wording.DELETE_NOW, key="delete_now", type="tertiary"):
        _confirm(grant, canvas.title)
    show_refusal(_PLACE)


def warn_of_the_end(canvas_id: str) -> None:
    """A warning when the last day is near."""
    last = session.meetings().keeping.ending(canvas_id)
    if last is not None:
        st.warning(wording.ENDING_SOON.format(day=day(last)))


def _keep(grant: Grant) -> None:
    last: dt.date | None = st.session_state["keep_until"]

    def work() -> None:
        session.meetings().keeping.until(grant, last)
        tell(wording.KEPT_UNTIL.format(day=day(last)) if last else wording.KEPT_FOR_GOOD)

    attempt(_PLACE, work)


@st.dialog(wording.DELETE_NOW)
def _confirm(grant: Grant, title: str) -> None:
    st.write(plain(wording.DELETE_QUESTION.format(title=short(title, 120))))
    if st.button(wording.DELETE_YES, type="primary", key="delete_now_yes"):
        attempt(_PLACE, lambda: session.meetings().keeping.delete(grant))
        forget_all()
        where.forget(grant.canvas_id)
        where.go(where.START)
