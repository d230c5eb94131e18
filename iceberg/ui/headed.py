"""How the pages that read a canvas begin: ways to go, what can be taken back, what it is called."""

from __future__ import annotations

import streamlit as st

from iceberg.meeting.silence import without_hidden
from iceberg.model import Canvas
from iceberg.ui import session, wording
from iceberg.ui.canvas.header import undo_and_redo, undo_refused
from iceberg.ui.frame import frame
from iceberg.ui.opened import opened_canvas, page_title


def headed() -> tuple[str, Canvas, bool]:
    """Draw the head of a page; the id of its canvas, the canvas, and whether one may change it."""
    canvas_id, canvas = opened_canvas()
    may_change = session.may_facilitate(canvas_id)
    frame(tools=(lambda: undo_and_redo(canvas_id)) if may_change else None)
    undo_refused()
    page_title(canvas)
    return canvas_id, canvas, may_change


def as_shown(canvas: Canvas) -> Canvas:
    """The canvas without the cards that the view leaves out, some of which nobody is to see."""
    if canvas.left_out_cards():
        st.caption(wording.LEFT_OUT)
    return without_hidden(canvas)
