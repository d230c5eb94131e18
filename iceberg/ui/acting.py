"""From a form to the store: submit an edit, then say what happened where it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import streamlit as st

from iceberg.edits import Edit
from iceberg.errors import NothingToDoError
from iceberg.model import Canvas
from iceberg.scene.placing import placed
from iceberg.ui import session, where
from iceberg.ui.guard import sentences
from iceberg.ui.plain import plain, short
from iceberg.workshop import Make


def act(place: str, make: Make) -> bool:
    """Submit the edit that ``make`` gives for the newest canvas; True when it was kept.

    To be called from a widget's callback, so that one run of the page shows the result. A refusal
    is kept for ``show_refusal`` with the same ``place``; what was typed stays as it was.
    """
    return attempt(place, lambda: _submit(make))


def attempt(place: str, work: Callable[[], None]) -> bool:
    """Do something that may be refused; True when it was not."""
    _refusals().clear()
    try:
        work()
    except Exception as error:
        _refusals()[place] = sentences(error)
        return False
    return True


def _submit(make: Make) -> None:
    opened, meetings = where.canvas_id() or "", session.meetings()
    grant, seen = session.grant(opened), session.seen(opened)

    def made(canvas: Canvas) -> Edit | None:
        edit = make(canvas)
        return placed(canvas, edit) if edit else None

    try:
        done = meetings.submit(grant, made, session.client(), seen=seen)
    except NothingToDoError as nothing:
        tell(str(nothing))
        return
    late = meetings.workshop.overridden(opened, done.seq)
    tell(done.sentence)
    if late:
        tell(late.sentence)


def show_refusal(*places: str) -> None:
    """Say why the last attempt at one of these places did not work, if it did not."""
    for place in places:
        for sentence in _refusals().get(place, ()):
            st.error(plain(sentence))


def tell(sentence: str) -> None:
    """Say something in passing, once, when the page has been drawn."""
    _told().append(sentence)


def show_told() -> None:
    """Show what there is to tell, and forget it."""
    for sentence in _told():
        st.toast(plain(short(sentence, 140)))
    _told().clear()


def _refusals() -> dict[str, tuple[str, ...]]:
    return cast("dict[str, tuple[str, ...]]", st.session_state.setdefault("refusals", {}))


def _told() -> list[str]:
    return cast("list[str]", st.session_state.setdefault("told", []))
