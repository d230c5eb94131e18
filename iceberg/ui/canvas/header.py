"""What the canvas is about, and the way back: undo and redo."""

from __future__ import annotations

import streamlit as st

from iceberg.meeting.meetings import Step
from iceberg.scene.placing import tidied
from iceberg.ui import session, wording
from iceberg.ui.acting import act, attempt, show_refusal, tell
from iceberg.ui.plain import lowered, plain
from iceberg.workshop import Revertible

_PLACE = "undo"


def tools(canvas_id: str) -> None:
    """Tidy, undo and redo."""
    _tidy()
    undo_and_redo(canvas_id)


def undo_and_redo(canvas_id: str) -> None:
    """Two buttons, each saying what it would do."""
    workshop, client = session.workshop(), session.client()
    _button("undo", canvas_id, workshop.can_undo(canvas_id, client))
    _button("redo", canvas_id, workshop.can_redo(canvas_id, client))


def _tidy() -> None:
    """One button that places all cards anew, as one step that can be undone."""
    st.button(
        wording.TIDY,
        key="tidy",
        icon=":material/auto_awesome_mosaic:",
        help=wording.TIDY_SAYS,
        on_click=_place_anew,
    )


def _place_anew() -> None:
    act(_PLACE, tidied)


def undo_refused() -> None:
    """Why the last undo or redo was not possible, if it was not."""
    show_refusal(_PLACE)


def _button(name: Step, canvas_id: str, found: Revertible | None) -> None:
    label, says, nothing = wording.BACK[name]
    st.button(
        label,
        key=name,
        icon=f":material/{name}:",
        help=plain(says.format(what=lowered(found.sentence))) if found else nothing,
        disabled=found is None,
        on_click=_do,
        args=(canvas_id, name),
    )


def _do(canvas_id: str, step: Step) -> None:
    def work() -> None:
        grant = session.grant(canvas_id)
        tell(session.meetings().revert(grant, step, session.client()).sentence)

    attempt(_PLACE, work)
