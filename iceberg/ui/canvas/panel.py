"""The panel beside the picture: one thing to do at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from iceberg.model import Canvas
from iceberg.ui import wording
from iceberg.ui.canvas.about import about
from iceberg.ui.canvas.add_card import add_card
from iceberg.ui.canvas.card_panel import card_panel
from iceberg.ui.canvas.choosing import PANEL
from iceberg.ui.canvas.link_panel import link_panel

_PANELS: Final[dict[str, Callable[[Canvas], None]]] = {
    "add": add_card,
    "card": card_panel,
    "link": link_panel,
    "canvas": about,
}


def panel(canvas: Canvas) -> None:
    """Choose what to do; the forms for it are below."""
    if st.session_state.get(PANEL) not in _PANELS:
        st.session_state[PANEL] = "add"
    st.segmented_control(
        wording.PANEL_LABEL,
        list(_PANELS),
        format_func=lambda name: wording.PANELS[name],
        required=True,
        key=PANEL,
        label_visibility="collapsed",
    )
    _PANELS[st.session_state[PANEL]](canvas)
