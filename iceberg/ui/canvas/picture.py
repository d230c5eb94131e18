"""The picture, and what is chosen on it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from iceberg.live.board import meeting_facts
from iceberg.model import Canvas
from iceberg.ui import pictures, session, where, wording
from iceberg.ui.canvas.choosing import PANEL, follow
from iceberg.ui.canvas.looking import banner, looked_at
from iceberg.ui.canvas.portions import offer_before, offer_portions
from iceberg.ui.canvas.tables import TABS
from iceberg.ui.component import PATIENCE_MS, canvas_view
from iceberg.ui.plain import plain

PICTURE = "picture"
LONG_PATIENCE_MS: Final = 15_000
"""Where the picture is all that others change of a page, as on a projector: running the rest costs
every screen of the room, and the server, far more than the picture."""
_NOTHING_OF_OTHERS: Final = (None, "add")
"""Panels that show nothing that others change."""


def picture(canvas_id: str, canvas: Canvas) -> None:
    """The scene of the newest revision, with the next step where there is little on it."""
    may_facilitate = session.grant(canvas_id).may_facilitate
    # Earlier moments may hold what was taken off the canvas on purpose.
    earlier = looked_at(canvas) if may_facilitate else None
    if earlier is not None:
        _earlier(canvas_id, canvas, earlier)
        return
    if may_facilitate:
        _next_step(canvas)
        if offer_before(canvas_id, canvas):
            return
    with st.spinner(wording.DRAWING):
        scene = pictures.scene_of(*pictures.key_of(canvas_id, canvas), canvas)
    chosen = session.selected_card() or session.selected_link()
    follow(
        canvas_view(
            scene,
            revision=canvas.revision,
            selected=chosen,
            key=PICTURE,
            document=canvas_id,
            canvas=canvas if may_facilitate else None,
            meeting=meeting_facts(session.meetings(), canvas_id),
            turns=session.turns(),
            live=where.live_url(),
            token=where.token(),
            answers=session.pens().of(session.client()),
            patience_ms=_patience(),
        )
    )
    for note in scene.notes:
        st.caption(plain(note))
    if may_facilitate:
        offer_portions(canvas, scene)
    with st.expander(wording.IN_WORDS):
        st.text(scene.description)


def _patience() -> int:
    panel, tab = st.session_state.get(PANEL), st.session_state.get(TABS)
    is_alone = panel in _NOTHING_OF_OTHERS and tab in (None, wording.PICTURE)
    return LONG_PATIENCE_MS if is_alone else PATIENCE_MS


def _earlier(canvas_id: str, canvas: Canvas, revision: int) -> None:
    """An earlier moment, to be looked at only."""
    banner(canvas, revision)
    then = session.workshop().at(canvas_id, revision)
    scene = pictures.scene_of(*pictures.key_of(canvas_id, then), then)
    # A document of its own, as the picture on screen passes over what is older than it shows.
    canvas_view(scene, revision=revision, key=PICTURE, document=f"{canvas_id}@{revision}")


def _next_step(canvas: Canvas) -> None:
    if len(canvas.cards) < 2:
        with st.container(key="next_step"):
            st.info(wording.ONE_CARD if canvas.cards else wording.EMPTY_CANVAS)
