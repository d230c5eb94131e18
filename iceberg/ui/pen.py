"""The name that the browser's tab has done things under before, on pages without a picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from iceberg.live.acts import text_of
from iceberg.ui import assets, session

_KEY: Final = "tab_pen"
_JS: Final = """
export default async ({ data, setStateValue }) => {
  const { takePen } = await import(new URL(`${data.assets}pen.js`, location.href).href);
  const { pen } = await takePen({ pen: data.pen, done: 0 });
  setStateValue("pen", pen);
};
"""

_mount = st.components.v2.component("extended_iceberg_pen", js=_JS)


def take_up_pen() -> None:
    """Ask the tab, once a session, which pen it holds, and go on with that.

    Somebody who comes by an address that was typed in has a new session, but the tab's own undo
    is to go on where it was.
    """
    if session.has_pen():
        return
    said = st.session_state.get(_KEY)
    if pen := text_of(said.get("pen") if isinstance(said, Mapping) else None):
        session.use_client(pen)
        return
    with st.container(key="pen"):
        _mount(
            key=_KEY,
            data={"assets": assets.url(), "pen": session.client()},
            default={"pen": None},
            on_pen_change=_nothing,
        )


def _nothing() -> None:
    """A state is one only when somebody listens to its changes."""
