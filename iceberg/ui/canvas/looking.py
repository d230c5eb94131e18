"""Looking at an earlier moment of the canvas, and bringing it back."""

from __future__ import annotations

import streamlit as st

from iceberg.edits import Edit, difference
from iceberg.model import Canvas
from iceberg.ui import session, where, wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.plain import plain, short, told_apart
from iceberg.ui.when import moment
from iceberg.workshop import HistoryLine

_AT = "looking_at"
_CHOOSER = "look_at"
_PLACE = "look"


def looked_at(canvas: Canvas) -> int | None:
    """The revision that is looked at instead of the newest one, if there is one."""
    canvas_id, revision = st.session_state.get(_AT, (None, None))
    if canvas_id != where.canvas_id() or revision is None or revision >= canvas.revision:
        return None
    return int(revision)


def choose_moment(canvas: Canvas, lines: tuple[HistoryLine, ...]) -> None:
    """A list of all moments, the newest first, named ones by their names."""
    moments = _moments(canvas, lines)
    key = _key(canvas)
    st.session_state[key] = looked_at(canvas)
    st.selectbox(
        wording.LOOK,
        list(moments),
        index=None,
        format_func=lambda revision: moments.get(revision, ""),
        placeholder=wording.LOOK_HINT,
        key=key,
        on_change=_choose,
        args=(key,),
    )


def _key(canvas: Canvas) -> str:
    """A list of its own for each set of names: a browser says by its name what it had chosen."""
    return ":".join((_CHOOSER, *(snapshot.id for snapshot in canvas.snapshots)))


def banner(canvas: Canvas, revision: int) -> None:
    """Over the picture of an earlier moment: what it is, and the ways on."""
    st.info(plain(wording.LOOK_LINE.format(revision=revision, now=canvas.revision)))
    with st.container(horizontal=True):
        st.button(wording.LOOK_BACK, key="look_back", on_click=_look, args=(None,))
        st.button(
            wording.BRING_BACK,
            key="bring_back",
            type="primary",
            on_click=_bring_back,
            args=(revision,),
        )
    show_refusal(_PLACE)


def back_to_now() -> None:
    """Look at the canvas as it is now, whatever was looked at before."""
    st.session_state[_AT] = (where.canvas_id(), None)


def look_at(canvas_id: str, revision: int) -> None:
    """From now on look at this canvas as it was at a revision."""
    st.session_state[_AT] = (canvas_id, revision)


def _moments(canvas: Canvas, lines: tuple[HistoryLine, ...]) -> dict[int, str]:
    names = {snapshot.revision: snapshot.name for snapshot in canvas.snapshots}
    told = {line.seq: f"{moment(line.at)}: {short(line.sentence, 60)}" for line in lines}
    earlier = range(canvas.revision - 1, -1, -1)
    return told_apart(
        {
            revision: f"“{names[revision]}”"
            if revision in names
            else told.get(revision, wording.LOOK_FIRST)
            for revision in earlier
        }
    )


def _choose(key: str) -> None:
    _look(st.session_state[key])


def _look(revision: int | None) -> None:
    st.session_state[_AT] = (where.canvas_id(), revision)
    session.forget_selection()


def _bring_back(revision: int) -> None:
    earlier = session.workshop().at(where.canvas_id() or "", revision)

    def making(canvas: Canvas) -> Edit | None:
        # The names of moments stay: they are about the history, which goes on.
        wanted = earlier.model_copy(update={"snapshots": canvas.snapshots})
        return difference(canvas, wanted, wording.BROUGHT_BACK.format(revision=revision))

    if act(_PLACE, making):
        _look(None)
