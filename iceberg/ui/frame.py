"""The line at the top of every page: where one is, where one can go, what can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from iceberg.ui import session, where, wording
from iceberg.ui.pen import take_up_pen


def frame(tools: Callable[[], None] | None = None) -> None:
    """Links to the pages, with the canvas that is open; at the end the page's own tools."""
    opened = where.canvas_id()
    if opened and where.page() != where.CANVAS:
        take_up_pen()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="frame"):
        st.markdown(f"**{wording.APP}**", width="content")
        _link(wording.START, where.START)
        if opened:
            _link(wording.CANVAS, where.CANVAS, opened)
            _link(wording.FINDINGS, where.FINDINGS, opened)
            _link(wording.ASSUMPTIONS, where.ASSUMPTIONS, opened)
            if session.may_facilitate(opened):
                _link(wording.WORKSHOP, where.WORKSHOP, opened)
            _link(wording.TAKE_AWAY, where.TAKE_AWAY, opened)
        st.space("stretch")
        if tools:
            tools()


def _link(label: str, to: str, opened: str | None = None) -> None:
    here = where.page() == to
    with st.container(key="here" if here else f"to-{to}", width="content"):
        where.link(f"**{label}**" if here else label, to, opened)
