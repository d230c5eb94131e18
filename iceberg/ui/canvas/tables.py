"""The picture and, as equals, a table of the cards and one of the links."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from iceberg.edits import Edit
from iceberg.model import Canvas
from iceberg.ui import where, wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.columns import CARD_COLUMNS, LINK_COLUMNS, card_columns, link_columns
from iceberg.ui.canvas.rows import Done, Row, card_edits, card_row, link_edits, link_row

if TYPE_CHECKING:
    import pandas as pd

TABS: Final = "view"
_EditsOf = Callable[[Canvas, Sequence[str], Done], Edit | None]
_ROW_PIXELS, _FRAME_PIXELS, _MOST_PIXELS = 35, 80, 450


def tables(canvas: Canvas, picture: Callable[[], None]) -> None:
    """Three tabs; a table is made only when it is looked at."""
    labels = [wording.PICTURE, wording.CARDS, wording.LINKS]
    on_picture, on_cards, on_links = st.tabs(labels, key=TABS, on_change="rerun")
    with on_picture:
        picture()
    if on_cards.open:
        with on_cards:
            _cards(canvas)
    if on_links.open:
        with on_links:
            _links(canvas)


def _cards(canvas: Canvas) -> None:
    ids = [card.id for card in canvas.cards]
    rows = [card_row(card) for card in canvas.cards]
    _table("cards", _frame(rows, CARD_COLUMNS), card_columns(canvas), ids, card_edits)


def _links(canvas: Canvas) -> None:
    if len(canvas.cards) < 2:
        st.info(wording.LINK_NEEDS_TWO)
        return
    ids = [link.id for link in canvas.links]
    rows = [link_row(link) for link in canvas.links]
    _table("links", _frame(rows, LINK_COLUMNS), link_columns(canvas), ids, link_edits)


def _frame(rows: list[Row], kinds: Mapping[str, str]) -> pd.DataFrame:
    # A third of all that a canvas's page would import, and most visits look at no table.
    import pandas as pd

    return pd.DataFrame(
        {name: pd.array([row[name] for row in rows], dtype=kind) for name, kind in kinds.items()}
    )


def _table(
    name: str,
    cells: pd.DataFrame,
    columns: dict[str, Any],
    ids: list[str],
    edits: _EditsOf,
) -> None:
    key = f"{name}:{where.canvas_id()}:{zlib.crc32((repr(ids) + cells.to_json()).encode()):08x}"
    with st.form(f"{name}_form", border=False):
        st.caption(wording.TABLE_LINE)
        st.data_editor(
            cells,
            column_config=columns,
            num_rows="dynamic",
            hide_index=True,
            key=key,
            height=min(_FRAME_PIXELS + _ROW_PIXELS * (len(ids) + 1), _MOST_PIXELS),
            alt=wording.TABLE_ALTS[name],
        )
        st.form_submit_button(
            wording.TABLE_SAVE,
            type="primary",
            key=f"{name}_save",
            on_click=_save,
            args=(name, key, ids, edits),
        )
    show_refusal(name)


def _save(name: str, key: str, ids: list[str], edits: _EditsOf) -> None:
    done = st.session_state[key]
    act(name, lambda canvas: edits(canvas, ids, done))
