"""The canvas page."""

from __future__ import annotations

import time

import streamlit as st

from iceberg.model import Canvas
from iceberg.ui import session, where, wording
from iceberg.ui.canvas.header import tools, undo_refused
from iceberg.ui.canvas.panel import panel
from iceberg.ui.canvas.picture import PICTURE, picture
from iceberg.ui.canvas.tables import tables
from iceberg.ui.component import said_on
from iceberg.ui.frame import frame
from iceberg.ui.guard import guarded
from iceberg.ui.meeting.keeping import warn_of_the_end
from iceberg.ui.opened import opened_canvas, page_title

HEAD_START_S = 0.25
"""The forms take the browser as long to build as the picture: on arrival the picture goes first."""


def canvas_page() -> None:
    """The picture or a table, and the panel; a part that fails leaves the others standing."""
    if pen := said_on(PICTURE).pen:
        session.use_client(pen)
    canvas_id, canvas = opened_canvas()
    if not session.grant(canvas_id).may_facilitate:
        _only_looking(canvas_id, canvas)
        return
    frame(tools=lambda: tools(canvas_id))
    undo_refused()
    page_title(canvas)
    warn_of_the_end(canvas_id)
    main, side = st.columns([13, 5], gap="medium")
    with main, guarded():
        tables(canvas, picture=lambda: picture(canvas_id, canvas))
    _let_the_picture_go_first()
    with side, guarded():
        panel(canvas)


def _only_looking(canvas_id: str, canvas: Canvas) -> None:
    """The picture alone, and the way to take part for those who may."""
    frame()
    page_title(canvas)
    warn_of_the_end(canvas_id)
    if session.grant(canvas_id).role == "participant":
        st.info(wording.TAKE_PART)
        where.outside(wording.TAKE_PART_GO, f"join#{canvas_id}.{where.token()}")
    with guarded():
        picture(canvas_id, canvas)


def _let_the_picture_go_first() -> None:
    if not st.session_state.get("arrived"):
        st.session_state["arrived"] = True
        time.sleep(HEAD_START_S)
