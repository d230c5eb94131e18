"""Blank sheets for a workshop on paper."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from iceberg.exporters import blank_sheet
from iceberg.model import Canvas
from iceberg.theme import SheetName
from iceberg.ui.meeting import wording


def blank(canvas: Canvas) -> None:
    """Choose the paper, and get the sheet as a PDF."""
    st.caption(wording.BLANK_LINE)
    page = st.segmented_control(
        wording.BLANK_PAGE,
        get_args(SheetName),
        default="a3",
        required=True,
        format_func=lambda name: name.upper(),
        key="blank_page",
    )
    st.download_button(
        wording.BLANK_GET,
        lambda: blank_sheet(canvas, page).data,
        file_name=f"blank-iceberg-{page}.pdf",
        mime="application/pdf",
        key="blank_get",
        on_click="ignore",
    )
