"""One chooser for a canvas, picture or document taken away earlier, and for maps from elsewhere."""

from __future__ import annotations

import streamlit as st

from iceberg.ui.bring import wording
from iceberg.ui.bring.upload import upload


def bring_map() -> None:
    """Choose a file or paste a text."""
    st.subheader(wording.START, anchor=False)
    st.caption(wording.START_LINE)
    upload()
