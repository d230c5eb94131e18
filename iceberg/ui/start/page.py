"""The start page."""

from __future__ import annotations

import streamlit as st

from iceberg.ui import wording
from iceberg.ui.frame import frame
from iceberg.ui.guard import guarded
from iceberg.ui.start.bring_map import bring_map
from iceberg.ui.start.examples import examples
from iceberg.ui.start.new_canvas import new_canvas
from iceberg.ui.start.open_list import open_list


def start_page() -> None:
    """Everything on the page; a part that fails leaves the others standing."""
    frame()
    with st.container(key="welcome", gap="xsmall"):
        st.title(wording.WELCOME, anchor=False)
        st.markdown(wording.WELCOME_LINE)
    left, right = st.columns([3, 2], gap="large")
    with left, guarded():
        new_canvas()
    for part in (open_list, bring_map, examples):
        with right, guarded():
            part()
