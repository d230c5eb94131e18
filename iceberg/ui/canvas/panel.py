"""The panel beside the picture: one thing to do at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from iceberg.model import Canvas
from iceberg.ui import wording
from iceberg.ui.acting import show_refusal
from iceberg.ui.bring import wording as bring_words
from iceberg.ui.canvas.about import about
from iceberg.ui.canvas.add_card import add_card
from iceberg.ui.canvas.card_panel import card_panel
from iceberg.ui.canvas.choosing import PANEL
from iceberg.ui.canvas.link_panel import link_panel
from iceberg.ui.canvas.tray import tray

_PANELS: Final[dict[str, Callable[[Canvas], None]]] = {
    "add": add_card,
    "card": card_panel,
    "link": link_panel,
    "canvas": about,
}
_TRAY: Final = "tray"
"""The panel that is there only while cards wait."""


def panel(canvas: Canvas) -> None:
    """Choose what to do; the forms for it are below."""
    panels = {**_PANELS, _TRAY: tray} if canvas.tray else _PANELS
    if st.session_state.get(PANEL) not in panels:
        st.session_state[PANEL] = "add"
    st.segmented_control(
        wording.PANEL_LABEL,
        list(panels),
        format_func=_label,
        required=True,
        key=PANEL,
        label_visibility="collapsed",
    )
    if not canvas.tray:
        show_refusal(_TRAY)
    panels[st.session_state[PANEL]](canvas)


def _label(name: str) -> str:
    if name == _TRAY:
        return bring_words.TRAY
    return wording.PANELS[name]
