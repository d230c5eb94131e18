"""Bring a map from elsewhere, or a canvas that was taken away earlier."""

from __future__ import annotations

import streamlit as st

from iceberg.ui.bring import wording
from iceberg.ui.bring.upload import upload


def bring_map() -> None:
    """Choose a file or paste a text."""
    st.subheader(wording.BRING, anchor=False)
    st.caption(wording.BRING_LINE)
    upload()
