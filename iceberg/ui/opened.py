"""The canvas that a page is about, or a sentence and a way back when there is none."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from iceberg.errors import NotFoundError
from iceberg.model import Canvas
from iceberg.ui import session, where, wording
from iceberg.ui.frame import frame
from iceberg.ui.plain import plain


def opened_canvas() -> tuple[str, Canvas]:
    """The id and the newest state of the canvas in the address; else the page ends here."""
    canvas_id = where.canvas_id()
    if not canvas_id:
        _way_back(wording.NO_CANVAS)
    try:
        session.grant(canvas_id)
        session.note_pulse(canvas_id)
        canvas = session.meetings().seen(canvas_id, session.workshop().open(canvas_id))
    except NotFoundError:
        where.forget(canvas_id)
        _way_back(wording.UNKNOWN_CANVAS)
    where.keep_address(canvas_id)
    return canvas_id, canvas


def page_title(canvas: Canvas) -> None:
    """What the canvas is called, small: the picture says it large."""
    st.set_page_config(page_title=f"{canvas.title} · {wording.APP}")
    st.title(plain(canvas.title), anchor=False)


def _way_back(sentence: str) -> NoReturn:
    frame()
    st.info(sentence)
    where.link(wording.BACK_TO_START, where.START, icon=":material/arrow_back:")
    st.stop()
