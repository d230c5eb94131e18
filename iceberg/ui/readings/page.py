"""The page on which a layer is read again before a meeting."""

from __future__ import annotations

import streamlit as st

from iceberg.model import Canvas
from iceberg.ui import where
from iceberg.ui.canvas.naming import name_moment
from iceberg.ui.guard import guarded
from iceberg.ui.headed import headed
from iceberg.ui.plain import plain
from iceberg.ui.readings import wording
from iceberg.ui.readings.one_card import one_card
from iceberg.ui.readings.round import Round, begin_again, cards_of, round_of

_LAYER = "readings_layer"


def readings_page() -> None:
    """One card at a time, for those who facilitate."""
    canvas_id, canvas, may_change = headed()
    with st.container(gap="small"):
        st.subheader(wording.TITLE, anchor=False)
        if not may_change:
            st.info(wording.ONLY_FACILITATORS)
            return
        st.caption(wording.LINE)
        middle, _ = st.columns([3, 2])
        with middle, guarded():
            _round(canvas_id, canvas, _choose_layer(canvas))


def _choose_layer(canvas: Canvas) -> str:
    """The layer furthest from the place first: that is what moves without anybody here."""
    titles = {layer.id: layer.title for layer in canvas.ordered_layers()}
    if st.session_state.get(_LAYER) not in titles:
        st.session_state[_LAYER] = next(iter(titles))
    if len(titles) > 1:
        st.segmented_control(
            wording.LAYER,
            list(titles),
            format_func=lambda layer: plain(titles[layer]),
            required=True,
            key=_LAYER,
            persist_state="session",
        )
    return str(st.session_state[_LAYER])


def _round(canvas_id: str, canvas: Canvas, layer: str) -> None:
    cards, here = cards_of(canvas, layer), round_of(layer)
    title = next(one.title for one in canvas.layers if one.id == layer)
    if not cards:
        st.info(plain(wording.NO_CARDS.format(title=title)))
        where.link(wording.TO_CANVAS, where.CANVAS, canvas_id, icon=":material/arrow_back:")
        return
    at = min(here.at, len(cards))
    number = min(at + 1, len(cards))
    st.progress(at / len(cards), text=wording.PROGRESS.format(at=number, count=len(cards)))
    if at < len(cards):
        one_card(canvas, cards[at])
    else:
        _end(canvas_id, canvas, layer, plain(_came_to(title, here, canvas)))


def _came_to(title: str, here: Round, canvas: Canvas) -> str:
    counts = (here.count(one, canvas) for one in ("saved", "confirmed", "skipped"))
    return wording.done(title, *counts)


def _end(canvas_id: str, canvas: Canvas, layer: str, said: str) -> None:
    """What came of it, a name for the moment, and what to look at next."""
    st.success(said)
    name_moment(canvas)
    with st.container(horizontal=True):
        where.link(wording.TO_FINDINGS, where.FINDINGS, canvas_id)
        where.link(wording.TO_COMPARE, where.COMPARE, canvas_id)
        st.button(wording.AGAIN, key="readings_again", on_click=begin_again, args=(layer,))
