"""The page that compares moments of a canvas."""

from __future__ import annotations

import streamlit as st

from iceberg.model import Canvas
from iceberg.ui.canvas.naming import name_moment
from iceberg.ui.compare import wording
from iceberg.ui.compare.changes import changes
from iceberg.ui.compare.harder import harder
from iceberg.ui.compare.moments import moment_names, moment_of, named_moments
from iceberg.ui.guard import guarded
from iceberg.ui.headed import headed

_TAB = "compare_tab"


def compare_page() -> None:
    """Two moments beside each other, and all of them in a row; for those who facilitate."""
    canvas_id, canvas, may_facilitate = headed()
    with st.container(gap="small"):
        st.subheader(wording.TITLE, anchor=False)
        if may_facilitate:
            _compare(canvas_id, canvas)
        else:
            # Earlier moments may hold what was taken off the canvas on purpose.
            st.info(wording.ONLY_FACILITATORS)


def _compare(canvas_id: str, canvas: Canvas) -> None:
    if not canvas.snapshots:
        st.info(wording.NAMELESS if canvas.revision else wording.NO_CHANGE)
        name_moment(canvas)
    two, many = st.tabs(wording.TABS, key=_TAB, on_change="rerun")
    if two.open:
        with two, guarded():
            _two(canvas_id, canvas)
    if many.open:
        with many, guarded():
            harder(named_moments(canvas_id, canvas))
    if canvas.snapshots:
        with st.expander(wording.NAME_NOW):
            name_moment(canvas)


def _two(canvas_id: str, canvas: Canvas) -> None:
    names = moment_names(canvas)
    if len(names) < 2:
        return
    earlier, later = _choose(names)
    if earlier == later:
        st.info(wording.SAME)
        return
    first, last = (moment_of(canvas_id, canvas, one) for one in (earlier, later))
    changes(canvas_id, first, last)


def _choose(names: dict[int, str]) -> tuple[int, int]:
    """The last named moment and now, unless others are chosen."""
    revisions = list(names)
    left, right, _ = st.columns([4, 4, 5])
    with left:
        earlier = _moment(wording.FROM, names, len(revisions) - 2, "compare_from")
    with right:
        later = _moment(wording.TO, names, len(revisions) - 1, "compare_to")
    return earlier, later


def _moment(label: str, names: dict[int, str], index: int, key: str) -> int:
    if st.session_state.get(key) not in names:
        st.session_state[key] = list(names)[index]
    return st.selectbox(label, list(names), format_func=lambda one: names.get(one, ""), key=key)
