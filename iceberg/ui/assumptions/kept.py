# ruff: noqa: ARG001 - the arguments that look unused are the key
"""Which assumptions ask for another look, worked out once for a revision and a day."""

from __future__ import annotations

import datetime as dt
from typing import Final

import streamlit as st

from iceberg.analyses import Finding
from iceberg.analyses.assumptions import asking, overdue
from iceberg.graph import to_graph
from iceberg.model import Canvas
from iceberg.ui import session

_KEPT: Final = 48


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def asking_of(
    canvas_id: str, revision: int, cards: int, today: dt.date, _canvas: Canvas
) -> dict[str, tuple[Finding, ...]]:
    """Why each assumption that asks for another look does, the most telling reason first.

    The first three arguments are its key (see ``pictures.key_of``); never change what it gives.
    """
    then = session.workshop().reviewed(canvas_id)
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in (*asking(_canvas, to_graph(_canvas), then), *overdue(_canvas, today)):
        for assumption in finding.assumptions:
            found[assumption] = (*found.get(assumption, ()), finding)
    return found
