"""Giving a moment of the canvas a name, so that it can be found again and compared."""

from __future__ import annotations

import streamlit as st

from iceberg.edits import NameSnapshot
from iceberg.errors import EditRefusedError
from iceberg.model import TITLE_LIMIT, Canvas, Snapshot, new_id
from iceberg.ui import wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.looking import looked_at
from iceberg.ui.when import today


def name_moment(canvas: Canvas) -> None:
    """A form that names the moment that is looked at: a snapshot."""
    earlier = looked_at(canvas)
    with st.form("snapshot", border=False):
        st.text_input(
            wording.SNAPSHOT_NAME,
            key="snapshot_name",
            placeholder=wording.SNAPSHOT_HINT,
            max_chars=TITLE_LIMIT,
        )
        st.form_submit_button(
            wording.SNAPSHOT_BUTTON,
            key="snapshot_button",
            on_click=_name,
            args=(canvas.revision if earlier is None else earlier,),
        )
    show_refusal("snapshot")


def _name(revision: int) -> None:
    name, snapshot_id = st.session_state["snapshot_name"], new_id()
    if not name.strip():
        act("snapshot", _nameless)
        return
    snapshot = Snapshot(id=snapshot_id, name=name, revision=revision, date=today())
    if act("snapshot", lambda _: NameSnapshot(snapshot=snapshot)):
        st.session_state["snapshot_name"] = ""


def _nameless(_: Canvas) -> None:
    raise EditRefusedError(wording.SNAPSHOT_NAMELESS)
