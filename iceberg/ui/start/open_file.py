"""Open a canvas from a file that was taken away earlier."""

from __future__ import annotations

import streamlit as st

from iceberg.importers import read_canvas
from iceberg.ui import session, wording
from iceberg.ui.acting import attempt, show_refusal

_PLACE = "file"
_FILES_LIMIT_MB = 20


def open_file() -> None:
    """Choose a file; what is wrong with it is listed, one sentence a problem."""
    st.subheader(wording.FILE, anchor=False)
    st.file_uploader(
        wording.FILE_LABEL,
        type="json",
        key="file",
        on_change=_open,
        max_upload_size=_FILES_LIMIT_MB,
    )
    show_refusal(_PLACE)
    if made := st.session_state.pop("file_made", None):
        session.go_to_canvas(made)


def _open() -> None:
    if st.session_state["file"] is not None:
        attempt(_PLACE, _read)


def _read() -> None:
    canvas = read_canvas(st.session_state["file"].getvalue(), session.catalog())
    st.session_state["file_made"] = session.create(canvas)
