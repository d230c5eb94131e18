"""Keep the map: as a new canvas, or in the one that it was brought for, as one edit."""

from __future__ import annotations

from typing import Final

import streamlit as st

from iceberg.edits import DetailsChanges, Edit
from iceberg.errors import EditRefusedError
from iceberg.importers import joined, same_cards
from iceberg.model import TITLE_LIMIT, Canvas, new_id
from iceberg.scene.placing import placed_at_once
from iceberg.ui import session, where
from iceberg.ui.acting import act, attempt, show_refusal, tell
from iceberg.ui.bring import wording
from iceberg.ui.bring.drafts import Bringing
from iceberg.ui.bring.upload import drafts
from iceberg.ui.plain import plain, short
from iceberg.ui.when import today
from iceberg.wording import counted

_PLACE: Final = "bring"
_SAME_SHOWN: Final = 8


def keep(token: str, bringing: Bringing) -> None:
    """What is decided so far, and the button that keeps it; nothing forces an order."""
    st.subheader(wording.KEEP, anchor=False)
    made = bringing.imported().canvas
    told = wording.where_they_go(len(made.cards), len(made.tray), bringing.undecided)
    st.markdown(plain(told))
    if bringing.canvas_id:
        _same(token, bringing, made)
    else:
        key = f"bring_title:{token}"
        st.text_input(wording.NAME, bringing.title, key=key, max_chars=TITLE_LIMIT)
    with st.container(horizontal=True):
        label = wording.ADD if bringing.canvas_id else wording.MAKE
        st.button(label, type="primary", key="bring_keep", on_click=_keep, args=(token,))
        st.button(wording.CANCEL, key="bring_cancel", on_click=_cancel, args=(token,))
    show_refusal(_PLACE)


def go_on() -> None:
    """Go to the canvas that was just made or added to, or back when the map was left."""
    if kept := st.session_state.pop("brought_to", None):
        session.go_to_canvas(kept)
    if st.session_state.pop("bring_left", None):
        into = where.named_canvas()
        where.go(where.CANVAS if into else where.START, into)


def left_out(bringing: Bringing, canvas: Canvas, made: Canvas) -> dict[str, str]:
    """The cards that are left out because the canvas has them, if somebody said so."""
    return same_cards(canvas, made) if bringing.leaves_same_out else {}


def _same(token: str, bringing: Bringing, made: Canvas) -> None:
    canvas = session.workshop().open(bringing.canvas_id or "")
    same = same_cards(canvas, made)
    if not same:
        return
    st.markdown(plain(wording.SAME.format(cards=counted(len(same), "card"))))
    texts = [card.text for card in made.cards if card.id in same]
    texts += [card.text for card in made.tray if card.id in same]
    st.caption(plain("; ".join(short(text) for text in texts[:_SAME_SHOWN])))
    st.checkbox(
        wording.SAME_BOX,
        bringing.leaves_same_out,
        key=f"bring_same:{token}",
        on_change=_leave_same_out,
        args=(token,),
    )


def _leave_same_out(token: str) -> None:
    if bringing := drafts().find(token):
        bringing.leaves_same_out = st.session_state[f"bring_same:{token}"]


def _keep(token: str) -> None:
    bringing = drafts().find(token)
    if bringing is None:
        return
    kept = _added(bringing) if bringing.canvas_id else _made(token, bringing)
    if kept:
        drafts().forget(token)


def _made(token: str, bringing: Bringing) -> bool:
    def work() -> None:
        found = bringing.imported()
        given = DetailsChanges(title=st.session_state[f"bring_title:{token}"]).given()
        note = found.report.note(new_id(), today())
        made = session.create(found.canvas.model_copy(update={**given, "imports": (note,)}))
        st.session_state["brought_to"] = made
        tell(wording.MADE.format(name=short(bringing.draft.name)))

    return attempt(_PLACE, work)


def _added(bringing: Bringing) -> bool:
    note_id, found = new_id(), bringing.imported()

    def making(canvas: Canvas) -> Edit:
        if where.canvas_id() != bringing.canvas_id:
            raise EditRefusedError(wording.GONE)
        note = found.report.note(note_id, today())
        edit = joined(canvas, found.canvas, note, left_out(bringing, canvas, found.canvas))
        return placed_at_once(canvas, edit)

    # After a reload the session has another name, and the canvas page the one from before.
    if not session.has_pen():
        session.use_client(bringing.client)
    if not act(_PLACE, making):
        return False
    st.session_state["brought_to"] = bringing.canvas_id
    return True


def _cancel(token: str) -> None:
    drafts().forget(token)
    st.session_state["bring_left"] = True
