"""The list of kept canvases: open one, or delete one with its whole history."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from iceberg.store import CanvasEntry
from iceberg.ui import session, where, wording
from iceberg.ui.acting import attempt, show_refusal, tell
from iceberg.ui.guard import guarded
from iceberg.ui.kept import forget_all
from iceberg.ui.meeting.everything import take_everything
from iceberg.ui.plain import plain, short
from iceberg.ui.when import day, moment

_FIRST = 8
_PLACE = "open"


def open_list() -> None:
    """Every canvas of this store, the latest changed first."""
    st.subheader(wording.OPEN, anchor=False)
    if not session.is_host():
        st.caption(wording.OPEN_BY_LINK)
        where.outside(wording.OPEN_BY_CODE, where.join_url())
        return
    entries = session.workshop().canvases()
    if not entries:
        st.caption(wording.OPEN_EMPTY)
    show_refusal(_PLACE)
    with st.container(key="kept"):
        _rows(entries)


def _rows(entries: tuple[CanvasEntry, ...]) -> None:
    for entry in entries[:_FIRST]:
        _row(entry)
    if entries[_FIRST:]:
        label = wording.OPEN_MORE.format(count=len(entries) - _FIRST)
        with st.expander(label, key="older", on_change="rerun") as older:
            for entry in entries[_FIRST:] if older.open else ():
                _row(entry)


@guarded()
def _row(entry: CanvasEntry) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        with st.container(gap=None):
            where.link(f"**{plain(entry.title)}**", where.CANVAS, entry.id)
            st.caption(plain(_about(entry)))
        if st.button(
            wording.DELETE,
            key=f"delete:{entry.id}",
            help=plain(wording.DELETE_HELP.format(title=entry.title)),
            type="tertiary",
        ):
            _confirm(entry.id, entry.title)


def _about(entry: CanvasEntry) -> str:
    place = session.workshop().open(entry.id).place
    changed = moment(dt.datetime.fromisoformat(entry.updated))
    last = session.meetings().of(entry.id).keep_until
    ends = wording.OPEN_ENDS.format(day=day(last)) if last else ""
    return " · ".join(filter(None, [place, wording.OPEN_CHANGED.format(when=changed), ends]))


@st.dialog(wording.DELETE_TITLE)
def _confirm(canvas_id: str, title: str) -> None:
    st.write(plain(wording.DELETE_QUESTION.format(title=short(title, 120))))
    with guarded():
        take_everything(session.grant(canvas_id), session.workshop().open(canvas_id), "delete")
    with st.container(horizontal=True):
        gone = st.button(
            wording.DELETE_YES,
            type="primary",
            key="delete_yes",
            on_click=_delete,
            args=(canvas_id, title),
        )
        if st.button(wording.DELETE_NO, key="delete_no") or gone:
            st.rerun()


def _delete(canvas_id: str, title: str) -> None:
    def work() -> None:
        session.meetings().keeping.delete(session.grant(canvas_id))
        where.forget(canvas_id)
        forget_all()
        tell(wording.DELETED.format(title=short(title)))

    attempt(_PLACE, work)
