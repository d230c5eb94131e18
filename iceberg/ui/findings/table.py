"""A table that screen readers can read cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from iceberg.ui.plain import plain

Cell = str | int


def table(rows: Sequence[Mapping[str, Cell]], says: str) -> None:
    """Rows with the same columns, the first of which names the row; ``says`` what it is about."""
    cells = [
        {name: plain(cell) if isinstance(cell, str) else cell for name, cell in row.items()}
        for row in rows
    ]
    shown = pd.DataFrame(cells)
    st.table(shown, hide_index=True, border="horizontal", width="content", alt=says)
