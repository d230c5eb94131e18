"""A file that was taken away from a canvas here: go back to that moment, or bring it in anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from iceberg.errors import BadInputError, IcebergError, NotFoundError, Problem
from iceberg.importers import MapFile, is_own
from iceberg.importers.origin import origin_of
from iceberg.model import Origin
from iceberg.ui import session
from iceberg.ui.bring import wording
from iceberg.ui.canvas.looking import look_at
from iceberg.ui.plain import plain

_KNOWN: Final = "file_known"


@dataclass(frozen=True, slots=True)
class Known:
    """A canvas of this store that a file comes from; ``now`` is its newest revision."""

    origin: Origin
    title: str
    now: int
    is_canvas: bool
    is_map: bool


def offer_known(bring_anew: Callable[[], None]) -> None:
    """What was found in the file, and the two ways on; ``bring_anew`` is a callback."""
    known: Known | None = st.session_state.get(_KNOWN)
    if known is None:
        return
    told = {"revision": known.origin.revision, "title": plain(known.title), "now": known.now}
    st.info(wording.KNOWN.format(**told))
    with st.container(horizontal=True):
        st.button(wording.AS_IT_WAS, key="file_as_it_was", type="primary", on_click=_as_it_was)
        if known.is_canvas or known.is_map:
            label = wording.ON_ITS_OWN if known.is_canvas else wording.ITS_CARDS
            st.button(label, key="file_on_its_own", on_click=bring_anew)


def forget_known() -> None:
    """Offer nothing any more, as when another file is chosen."""
    st.session_state.pop(_KNOWN, None)


def found_known(file: MapFile, read: Callable[[], object]) -> bool:
    """Whether a file names a canvas that is here, which is offered then.

    ``read`` reads it as a map. Raises `BadInputError` for a picture or a document of ours whose
    canvas is not here: there is nothing in it to bring.
    """
    origin = origin_of(file.data)
    if origin is None:
        return False
    is_canvas = is_own(file)
    is_map = is_canvas or _is_read(read)
    known = _known(origin, is_canvas=is_canvas, is_map=is_map)
    if known is None and not is_map:
        raise BadInputError((Problem("", wording.UNKNOWN, wording.UNKNOWN_MEND),))
    st.session_state[_KNOWN] = known
    return known is not None


def _is_read(read: Callable[[], object]) -> bool:
    try:
        read()
    except IcebergError:
        return False
    return True


def _known(origin: Origin, *, is_canvas: bool, is_map: bool) -> Known | None:
    """The canvas that a file names, if it is here and this session may look at its past."""
    try:
        if not session.grant(origin.canvas_id).may_facilitate:
            return None
        canvas = session.workshop().open(origin.canvas_id)
    except NotFoundError:
        return None
    if origin.revision > canvas.revision:
        return None
    return Known(origin, canvas.title, canvas.revision, is_canvas, is_map)


def _as_it_was() -> None:
    known: Known = st.session_state.pop(_KNOWN)
    look_at(known.origin.canvas_id, known.origin.revision)
    st.session_state["bring_opened"] = known.origin.canvas_id
