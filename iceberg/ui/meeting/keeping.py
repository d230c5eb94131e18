"""How long the canvas is kept, what to take before, and deleting it now."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from iceberg.meeting import Grant
from iceberg.model import Canvas
from iceberg.ui import session, where
from iceberg.ui.acting import attempt, show_refusal, tell
from iceberg.ui.kept import forget_all
from iceberg.ui.meeting import wording
from iceberg.ui.meeting.everything import take_everything
from iceberg.ui.plain import plain, short
from iceberg.ui.when import day, today
from iceberg.ui.wording import DELETED

_PLACE = "keeping"


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
    take_everything(grant, canvas, "keeping")
    if st.button(wording.DELETE_NOW, key="delete_now", type="tertiary"):
        _confirm(grant, canvas)
    show_refusal(_PLACE)


def warn_of_the_end(canvas_id: str) -> None:
    """A warning when the last day is near, with everything to take away for facilitators."""
    last = session.meetings().keeping.ending(canvas_id)
    if last is None:
        return
    grant = session.grant(canvas_id)
    may = grant.may_facilitate
    warning = wording.ENDING_SOON if may else wording.ENDING_SOON_FOR_OTHERS
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(warning.format(day=day(last)), width="stretch")
        if may:
            _everything(grant)


def _everything(grant: Grant) -> None:
    with st.popover(wording.TAKE_FIRST, key="take_first", on_change="rerun") as first:
        if first.open:
            take_everything(grant, session.workshop().open(grant.canvas_id), "ending")


def _keep(grant: Grant) -> None:
    last: dt.date | None = st.session_state["keep_until"]

    def work() -> None:
        session.meetings().keeping.until(grant, last)
        tell(wording.KEPT_UNTIL.format(day=day(last)) if last else wording.KEPT_FOR_GOOD)

    attempt(_PLACE, work)


@st.dialog(wording.DELETE_NOW)
def _confirm(grant: Grant, canvas: Canvas) -> None:
    st.write(plain(wording.DELETE_QUESTION.format(title=short(canvas.title, 120))))
    take_everything(grant, canvas, "delete")
    with st.container(horizontal=True):
        gone = st.button(
            wording.DELETE_YES,
            type="primary",
            key="delete_now_yes",
            on_click=_delete,
            args=(grant, canvas.title),
        )
        if st.button(wording.DELETE_NO, key="delete_now_no") or gone:
            st.rerun()


def _delete(grant: Grant, title: str) -> None:
    def work() -> None:
        session.meetings().keeping.delete(grant)
        forget_all()
        where.forget(grant.canvas_id)
        where.go_soon(where.START)
        tell(DELETED.format(title=short(title)))

    attempt(_PLACE, work)
