"""Cards that may say the same, side by side: merge them, or keep both."""

from __future__ import annotations

import streamlit as st

from iceberg import wording as picture_words
from iceberg.alike import Pair, alike
from iceberg.edits import MergeCards
from iceberg.meeting.silence import without_hidden
from iceberg.model import Canvas, Card
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.meeting import wording
from iceberg.ui.plain import plain
from iceberg.wording import LEVEL_TITLES

_PLACE = "together"
_KEPT = "kept_apart"
_SHOWN = 8


def together(canvas: Canvas) -> None:
    """The pairs that read most alike, without those that somebody here has kept apart."""
    canvas = without_hidden(canvas)
    cards = {card.id: card for card in canvas.cards}
    apart = st.session_state.setdefault(_KEPT, set())
    pairs = [pair for pair in alike(canvas.cards) if (pair.one, pair.other) not in apart]
    st.caption(picture_words.ALIKE_WHY)
    if not pairs:
        st.caption(wording.TOGETHER_NONE)
    else:
        st.caption(wording.TOGETHER_LINE)
    for pair in pairs[:_SHOWN]:
        _pair(canvas, pair, cards[pair.one], cards[pair.other])
    show_refusal(_PLACE)


def _pair(canvas: Canvas, pair: Pair, one: Card, other: Card) -> None:
    key = f"{pair.one}:{pair.other}"
    with st.container(border=True):
        left, right = st.columns(2)
        for column, card in ((left, one), (right, other)):
            column.markdown(f"{plain(card.text)}  \n:small[{plain(_where(canvas, card))}]")
        with st.container(horizontal=True):
            st.button(wording.MERGE, key=f"merge:{key}", on_click=_merge, args=(pair,))
            st.button(wording.KEEP_BOTH, key=f"keep:{key}", on_click=_keep, args=(pair,))


def _where(canvas: Canvas, card: Card) -> str:
    title = next(layer.title for layer in canvas.layers if layer.id == card.layer)
    return f"{title} · {LEVEL_TITLES[card.level]}"


def _merge(pair: Pair) -> None:
    act(_PLACE, lambda _: MergeCards(into=pair.one, cards=(pair.other,)))


def _keep(pair: Pair) -> None:
    st.session_state[_KEPT].add((pair.one, pair.other))
