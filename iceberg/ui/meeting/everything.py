"""Everything of a canvas to take away, before it goes for good."""

from __future__ import annotations

import time
from typing import Final

import streamlit as st

from iceberg.exporters import ExportOptions
from iceberg.exporters.apart import Apart
from iceberg.exporters.names import file_name
from iceberg.meeting import Grant
from iceberg.model import Canvas, Origin
from iceberg.ui import session
from iceberg.ui.meeting import wording

_ASK_AGAIN_S: Final = 0.1
_PACK_LIMIT: Final = 1_000_000_000
"""Bytes: nothing is left out of a pack for its size when it is the last one."""


def take_everything(grant: Grant, canvas: Canvas, place: str) -> None:
    """The canvas with its history, and the pack; made when they are asked for.

    ``place`` names where on the page they are offered.
    """
    keeping = session.meetings().keeping
    st.caption(wording.TAKE_HELP)
    with st.container(horizontal=True):
        st.download_button(
            wording.TAKE_HISTORY,
            lambda: keeping.everything(grant),
            file_name=file_name(canvas, "-with-history.iceberg.json"),
            mime="application/json",
            key=f"{place}:history",
            on_click="ignore",
        )
        st.download_button(
            wording.TAKE_PACK,
            lambda: pack_of(grant, canvas),
            file_name=file_name(canvas, ".zip"),
            mime="application/zip",
            key=f"{place}:pack",
            on_click="ignore",
        )


def pack_of(grant: Grant, canvas: Canvas) -> bytes:
    """The archive of all files for people, hidden cards too; made beside the server's own work.

    Raises:
        ExportError: it cannot be made.
    """
    origin = Origin(grant.canvas_id, canvas.revision)
    options = ExportOptions(whole=True, size_limit=_PACK_LIMIT, origin=origin)
    job = Apart(canvas, ".zip", options)
    try:
        while (made := job.result()) is None:
            time.sleep(_ASK_AGAIN_S)
    finally:
        job.stop()
    return made.data
