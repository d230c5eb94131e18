"""Files that take long: made apart, with what is under way and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import streamlit as st

from iceberg.errors import IcebergError
from iceberg.exporters import Exported
from iceberg.exporters.apart import Apart
from iceberg.model import Canvas
from iceberg.ui import pictures
from iceberg.ui.guard import show_error
from iceberg.ui.take_away import wording
from iceberg.ui.take_away.choices import Choice

Offer: TypeAlias = Callable[[Canvas, Choice, Exported], None]
_LARGE: Final = ("a1", "a0")
_OF_PIXELS: Final = (".png", ".docx", ".pptx")
_JOB, _WANTED, _MADE = "making_job", "making_wanted", "making_made"
_EVERY_S: Final = 0.5


def takes_long(choice: Choice) -> bool:
    """Whether a file is made only when asked for: many in one, or very many pixels."""
    extension = choice.format.extension
    return extension == ".zip" or (choice.options.page in _LARGE and extension in _OF_PIXELS)


def made_apart(canvas_id: str, canvas: Canvas, choice: Choice, offer: Offer) -> None:
    """A button to make the file; then what is under way; then the file."""
    wanted = (*pictures.key_of(canvas_id, canvas), choice.format.extension, choice.options)
    if st.session_state.get(_WANTED) != wanted:
        _stop()
    made = st.session_state.get(_MADE)
    if made is not None:
        offer(canvas, choice, made)
    elif _JOB in st.session_state:
        _under_way()
    else:
        st.caption(wording.MAKE_LINE)
        st.button(
            wording.MAKE,
            key="make",
            type="primary",
            on_click=_start,
            args=(wanted, canvas, choice),
            width="stretch",
        )
        if st.session_state.pop("making_failed", None) is not None:
            st.error(wording.STOPPED)


@st.fragment(run_every=_EVERY_S)
def _under_way() -> None:
    job: Apart | None = st.session_state.get(_JOB)
    if job is None:
        return
    try:
        made = job.result()
    except IcebergError as error:
        _stop()
        show_error(error)
        return
    if made is not None:
        wanted = st.session_state[_WANTED]
        _stop()
        st.session_state[_WANTED], st.session_state[_MADE] = wanted, made
        st.rerun()
    st.status(wording.making(job.step, *job.place), state="running")
    st.button(wording.STOP, key="stop", on_click=_stop_by_hand, width="stretch")


def _start(wanted: tuple[Any, ...], canvas: Canvas, choice: Choice) -> None:
    _stop()
    st.session_state[_WANTED] = wanted
    st.session_state[_JOB] = Apart(canvas, choice.format.extension, choice.options)


def _stop_by_hand() -> None:
    _stop()
    st.session_state["making_failed"] = True


def _stop() -> None:
    """End what is under way, if anything, and forget what was made."""
    job: Apart | None = st.session_state.pop(_JOB, None)
    if job is not None:
        job.stop()
    for name in (_WANTED, _MADE):
        st.session_state.pop(name, None)
