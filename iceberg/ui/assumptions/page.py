"""The page of assumptions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from iceberg.exporters import ExportOptions
from iceberg.exporters.names import file_name
from iceberg.model import Canvas
from iceberg.ui import pictures
from iceberg.ui.assumptions import wording
from iceberg.ui.assumptions.entry import show_entry
from iceberg.ui.assumptions.form import add_form
from iceberg.ui.assumptions.kept import asking_of
from iceberg.ui.assumptions.ledger import Entry, entries, kept, owners
from iceberg.ui.assumptions.starter import starter
from iceberg.ui.guard import guarded
from iceberg.ui.headed import as_shown, headed
from iceberg.ui.side_by_side import side_by_side
from iceberg.ui.when import today


def assumptions_page() -> None:
    """What asks for another look first; for everybody to read, for facilitators to change."""
    canvas_id, canvas, may_change = headed()
    if not may_change:
        canvas = as_shown(canvas)
    with st.container(), guarded():
        _ledger(canvas_id, canvas, may_change=may_change)
    if may_change:
        _new(canvas)


def _ledger(canvas_id: str, canvas: Canvas, *, may_change: bool) -> None:
    if not canvas.assumptions:
        st.info(wording.EMPTY if may_change else wording.EMPTY_LOOKING)
        return
    asking = asking_of(*pictures.key_of(canvas_id, canvas), today(), may_change, canvas)
    found = entries(canvas, asking)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _summary(found)
        _calendar(canvas_id, canvas)
    left = _filtered(canvas, found)
    if not left:
        st.info(wording.NONE_LEFT)
    for part, some in groupby(left, key=lambda entry: entry.part):
        _part(canvas, part, list(some), may_change=may_change)


def _summary(found: Sequence[Entry]) -> None:
    asking = sum(bool(entry.asks) for entry in found)
    good = ("holds", "better than expected")
    holding = sum(entry.assumption.status in good for entry in found)
    st.markdown(wording.summary(len(found), asking, holding), help=wording.LINE, width="stretch")


def _filtered(canvas: Canvas, found: Sequence[Entry]) -> tuple[Entry, ...]:
    if len(found) < 2:
        return tuple(found)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        names = st.pills(
            wording.FILTER,
            list(wording.FILTERS),
            selection_mode="multi",
            format_func=lambda name: wording.FILTERS[name],
            wrap=True,
            key="assumption_filters",
            persist_state="session",
        )
        return kept(found, names, _owner(canvas))


def _owner(canvas: Canvas) -> str | None:
    known = owners(canvas)
    if len(known) < 2:
        return None
    return st.selectbox(
        wording.OWNER_FILTER,
        known,
        index=None,
        placeholder=wording.OWNER_ANY,
        key="assumption_owner",
        width=260,
    )


def _part(canvas: Canvas, part: str, some: Sequence[Entry], *, may_change: bool) -> None:
    st.subheader(wording.SECTIONS[part].format(count=len(some)), anchor=False)
    for column, entry in side_by_side(some):
        with column, guarded():
            show_entry(canvas, entry, may_change=may_change)


def _calendar(canvas_id: str, canvas: Canvas) -> None:
    if not any(one.review for one in canvas.assumptions):
        return
    key = pictures.key_of(canvas_id, canvas)
    made = pictures.file_of(*key, ".ics", ExportOptions(), canvas)
    st.download_button(
        wording.CALENDAR,
        made.data,
        file_name=file_name(canvas, ".ics"),
        mime="text/calendar",
        key="calendar",
        icon=":material/event:",
        help=wording.CALENDAR_HELP,
        on_click="ignore",
    )


def _new(canvas: Canvas) -> None:
    left, right = st.columns(2, gap="medium")
    with left, guarded(), st.expander(wording.ADD, key="new_assumption", on_change="rerun") as form:
        if form.open:
            add_form(canvas)
    with right, guarded(), st.expander(wording.STARTER, key="starter", on_change="rerun") as some:
        if some.open:
            starter(canvas)
