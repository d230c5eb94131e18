"""The page to take away from."""

from __future__ import annotations

import streamlit as st

from iceberg.meeting.silence import without_hidden
from iceberg.ui import session
from iceberg.ui.frame import frame
from iceberg.ui.guard import guarded
from iceberg.ui.opened import opened_canvas, page_title
from iceberg.ui.take_away.choices import choose
from iceberg.ui.take_away.cover import cover
from iceberg.ui.take_away.download import download
from iceberg.ui.take_away.preview import preview


def take_away_page() -> None:
    """The choices on one side, what will come out on the other."""
    canvas_id, canvas = opened_canvas()
    may_change = session.may_facilitate(canvas_id)
    if not may_change:
        canvas = without_hidden(canvas)
    frame()
    page_title(canvas)
    side, main = st.columns([4, 11], gap="large")
    with side, guarded():
        file = st.container()
        choice = choose(canvas_id, canvas, above=file)
        if may_change:
            cover(canvas)
        with file:
            download(canvas_id, canvas, choice)
    with main, st.container(key="preview"), guarded():
        preview(canvas_id, canvas, choice)
