"""Where a small shift may go far: what the place can do itself, and what only others can."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from iceberg import wording as picture_words
from iceberg.analyses.leverage import Lever, unbeaten
from iceberg.analyses.sides import sides_of
from iceberg.model import LEVELS, Canvas
from iceberg.ui.findings import wording
from iceberg.ui.findings.table import Cell, table
from iceberg.ui.plain import plain


def show_levers(canvas: Canvas, levers: Sequence[Lever]) -> None:
    """Two tables, the place's first."""
    st.caption(wording.LEVERS_LINE)
    every = st.toggle(
        wording.LEVERS_ALL, key="levers_all", help=wording.LEVERS_ALL_HELP, persist_state="session"
    )
    sides = sides_of(canvas)
    _side(canvas, wording.LEVERS_OURS, sides.place_cards, levers, every)
    if sides.beyond:
        title = wording.levers_beyond(sides.beyond_titles)
        _side(canvas, title, sides.beyond_cards, levers, every)


def _side(
    canvas: Canvas, title: str, cards: Iterable[str], levers: Iterable[Lever], every: bool
) -> None:
    st.subheader(plain(title), anchor=False)
    here = set(cards)
    own = [lever for lever in levers if lever.card in here]
    if not own:
        st.caption(wording.LEVERS_NONE)
        return
    shown = own if every else unbeaten(own)
    # What nobody can shift comes last, then the farther a card leads the earlier it comes.
    ranked = sorted(shown, key=lambda lever: (lever.shiftable == "no", -lever.reach))
    table([_row(canvas, lever) for lever in ranked], title)


def _row(canvas: Canvas, lever: Lever) -> dict[str, Cell]:
    card = canvas.card(lever.card)
    about = wording.PAIRS_ABOUT.format(pairs=lever.between)
    return {
        wording.CARD: card.text if card else "",
        wording.REACH: lever.reach,
        wording.BETWEEN: about if lever.estimated else lever.between,
        wording.LEVEL: picture_words.LEVEL_TITLES[LEVELS[lever.depth]],
        wording.SHIFTABLE: wording.SHIFTABLES[lever.shiftable],
    }
