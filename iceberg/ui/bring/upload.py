"""Choose a file or paste a text; what is wrong with it is said in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from iceberg.errors import EditRefusedError
from iceberg.importers import Draft, MapFile, drafted, is_own, open_own
from iceberg.model import Layer
from iceberg.ui import session, where
from iceberg.ui.acting import attempt, show_refusal, tell
from iceberg.ui.bring import wording
from iceberg.ui.bring.drafts import Bringing, Drafts
from iceberg.ui.bring.known import forget_known, found_known, offer_known
from iceberg.ui.plain import short
from iceberg.wording import counted

_PLACE: Final = "bring_file"
_FILE: Final = "bring_file"
_PASTED_NAME: Final = f"{wording.PASTED}.md"
_OWN: Final = ".iceberg.json"
_FILES_LIMIT_MB: Final = 20
_PASTE_LIMIT: Final = 200_000
_USUAL_LAYERS: Final = ("national", "place")


@st.cache_resource(show_spinner=False)
def drafts() -> Drafts:
    """The maps that are being placed in this process."""
    return Drafts()


def upload(into: str | None = None) -> None:
    """The two ways to bring something; ``into`` is the canvas that it is for, else a new one.

    For a new one, a file that was taken away from a canvas here leads back to it, and another
    canvas file is opened as a canvas at once; everything else is placed first.
    """
    st.file_uploader(
        wording.FILE_LABEL,
        key=_FILE,
        on_change=_open,
        args=(into,),
        max_upload_size=_FILES_LIMIT_MB,
    )
    with st.expander(wording.PASTE), st.form("paste", border=False):
        st.text_area(
            wording.PASTE_LABEL,
            key="pasted",
            placeholder=wording.PASTE_HINT,
            max_chars=_PASTE_LIMIT,
            height=130,
        )
        st.form_submit_button(wording.PASTE_BUTTON, key="paste_go", on_click=_paste, args=(into,))
    show_refusal(_PLACE)
    if into is None:
        offer_known(_bring_anew)
    if made := st.session_state.pop("bring_opened", None):
        session.go_to_canvas(made)
    if name := st.session_state.pop("draft_made", None):
        where.go_to_draft(name, into)


def _open(into: str | None) -> None:
    forget_known()
    file = st.session_state[_FILE]
    if file is not None:
        attempt(_PLACE, lambda: _look(file.name, file.getvalue(), into))


def _paste(into: str | None) -> None:
    text = st.session_state["pasted"] or ""
    attempt(_PLACE, lambda: _read(_PASTED_NAME, _given(text).encode(), into))


def _given(text: str) -> str:
    if not text.strip():
        raise EditRefusedError(wording.PASTE_EMPTY)
    return text


def _look(name: str, data: bytes, into: str | None) -> None:
    if into is not None or not found_known(MapFile(name, data), lambda: _drafted(name, data, into)):
        _read(name, data, into)


def _bring_anew() -> None:
    file = st.session_state[_FILE]
    forget_known()
    if file is not None:
        attempt(_PLACE, lambda: _read(file.name, file.getvalue(), None))


def _read(name: str, data: bytes, into: str | None) -> None:
    if into is None and (name.lower().endswith(_OWN) or is_own(MapFile(name, data))):
        canvas = open_own(name, data, session.catalog())
        st.session_state["bring_opened"] = session.create(canvas)
        told = {
            "cards": counted(len(canvas.cards), "card"),
            "links": counted(len(canvas.links), "link"),
        }
        tell(wording.OPENED.format(title=short(canvas.title), **told))
        return
    draft = _drafted(name, data, into)
    bringing = Bringing(draft, into, draft.placed(()).canvas.title, session.client())
    st.session_state["draft_made"] = drafts().keep(bringing)


def _drafted(name: str, data: bytes, into: str | None) -> Draft:
    return drafted(name, data, session.catalog(), _layers(into))


def _layers(into: str | None) -> Sequence[Layer]:
    if into is None:
        return [session.catalog().layer(layer) for layer in _USUAL_LAYERS]
    return session.workshop().open(into).ordered_layers()
