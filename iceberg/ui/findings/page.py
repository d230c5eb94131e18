"""The page of findings."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from iceberg.model import Canvas
from iceberg.ui import where
from iceberg.ui.findings import wording
from iceberg.ui.findings.forces import forces
from iceberg.ui.findings.kept import Told, told_of
from iceberg.ui.findings.levers import show_levers
from iceberg.ui.findings.says import says
from iceberg.ui.findings.what_if import what_if
from iceberg.ui.guard import guarded
from iceberg.ui.headed import as_shown, headed
from iceberg.ui.pictures import key_of
from iceberg.ui.when import today

_TAB, _KEPT_TAB = "findings_tab", "findings_tab_kept"


def findings_page() -> None:
    """What the canvas says, for everybody; only those who facilitate can change the view."""
    canvas_id, canvas, may_change = headed()
    if not may_change:
        canvas = as_shown(canvas)
    if not canvas.cards:
        st.info(wording.NO_CARDS)
        where.link(wording.TO_CANVAS, where.CANVAS, canvas_id, icon=":material/arrow_forward:")
        return
    if may_change:
        _ways_on(canvas_id)
    told = told_of(*key_of(canvas_id, canvas), today(), may_change, canvas)
    _tabs(canvas, told, may_change=may_change)


def _ways_on(canvas_id: str) -> None:
    """To the pages that tell how things move."""
    with st.container(horizontal=True, gap="small", key="ways_on"):
        where.link(wording.TO_READINGS, where.READINGS, canvas_id, icon=":material/update:")
        where.link(wording.TO_COMPARE, where.COMPARE, canvas_id, icon=":material/compare_arrows:")


def _tabs(canvas: Canvas, told: Told, *, may_change: bool) -> None:
    """Only the tab that is looked at is made."""
    parts: tuple[Callable[[], None], ...] = (
        lambda: says(canvas, told.findings, may_change=may_change),
        lambda: what_if(canvas, told.graph, may_change=may_change),
        lambda: forces(canvas),
        lambda: show_levers(canvas, told.levers),
    )
    if _TAB not in st.session_state:
        st.session_state[_TAB] = st.session_state.get(_KEPT_TAB, wording.TABS[0])
    tabs = st.tabs(wording.TABS, key=_TAB, on_change="rerun")
    for name, tab, part in zip(wording.TABS, tabs, parts, strict=True):
        if tab.open:
            st.session_state[_KEPT_TAB] = name
            with tab, guarded():
                part()
