"""Open a canvas from a file that was taken away earlier, or go back to where it was taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import streamlit as st

from iceberg.errors import BadInputError, NotFoundError, Problem
from iceberg.importers import MapFile, is_own, open_own
from iceberg.importers.origin import origin_of
from iceberg.model import Origin
from iceberg.ui import session, wording
from iceberg.ui.acting import attempt, show_refusal
from iceberg.ui.canvas.looking import look_at
from iceberg.ui.plain import plain

_PLACE = "file"
_FILES_LIMIT_MB = 20
_TYPES: Final = ("json", "pdf", "docx", "pptx", "xlsx", "html", "svg", "png", "zip")


@dataclass(frozen=True, slots=True)
class _Known:
    """A canvas of this store that a file comes from; ``now`` is its newest revision."""

    origin: Origin
    title: str
    now: int
    is_canvas: bool


def open_file() -> None:
    """Choose a file; what is wrong with it is listed, one sentence a problem."""
    st.subheader(wording.FILE, anchor=False)
    st.file_uploader(
        wording.FILE_LABEL,
        type=list(_TYPES),
        key="file",
        on_change=_open,
        max_upload_size=_FILES_LIMIT_MB,
    )
    show_refusal(_PLACE)
    if made := st.session_state.pop("file_made", None):
        st.session_state.pop("file_known", None)
        session.go_to_canvas(made)
    if known := st.session_state.get("file_known"):
        _offer(known)


def _offer(known: _Known) -> None:
    says = wording.FILE_KNOWN.format(
        revision=known.origin.revision, title=plain(known.title), now=known.now
    )
    st.info(says)
    with st.container(horizontal=True):
        st.button(wording.FILE_AS_IT_WAS, key="file_as_it_was", type="primary", on_click=_as_it_was)
        if known.is_canvas:
            st.button(wording.FILE_ON_ITS_OWN, key="file_on_its_own", on_click=_on_its_own)


def _open() -> None:
    st.session_state.pop("file_known", None)
    if st.session_state["file"] is not None:
        attempt(_PLACE, _look)


def _look() -> None:
    content = st.session_state["file"].getvalue()
    name = st.session_state["file"].name
    is_json = content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))
    is_canvas = is_json or (content.startswith(b"PK") and is_own(MapFile(name, content)))
    known = _known(origin_of(content), is_canvas)
    if known is not None:
        st.session_state["file_known"] = known
    elif is_canvas or name.lower().endswith(".json"):
        _read()
    else:
        raise BadInputError((Problem("", wording.FILE_UNKNOWN, wording.FILE_UNKNOWN_MEND),))


def _known(origin: Origin | None, is_canvas: bool) -> _Known | None:
    """The canvas that a file names, if it is here and this session may look at its past."""
    if origin is None:
        return None
    try:
        if not session.grant(origin.canvas_id).may_facilitate:
            return None
        canvas = session.workshop().open(origin.canvas_id)
    except NotFoundError:
        return None
    if origin.revision > canvas.revision:
        return None
    return _Known(origin, canvas.title, canvas.revision, is_canvas)


def _as_it_was() -> None:
    known: _Known = st.session_state["file_known"]
    look_at(known.origin.canvas_id, known.origin.revision)
    st.session_state["file_made"] = known.origin.canvas_id


def _on_its_own() -> None:
    attempt(_PLACE, _read)


def _read() -> None:
    file = st.session_state["file"]
    canvas = open_own(file.name, file.getvalue(), session.catalog())
    st.session_state["file_made"] = session.create(canvas)
