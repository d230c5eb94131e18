"""What if: push cards up or down and see what moves; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from iceberg.analyses import Finding
from iceberg.analyses.pushes import Movement, Pushes, follow
from iceberg.analyses.what_if import what_if as findings_if
from iceberg.graph import CauseGraph
from iceberg.model import Canvas
from iceberg.ui import where
from iceberg.ui.canvas.choosing import card_names
from iceberg.ui.findings import wording
from iceberg.ui.findings.finding import show_findings
from iceberg.ui.findings.table import table
from iceberg.ui.plain import plain


def what_if(canvas: Canvas, graph: CauseGraph, *, may_change: bool) -> None:
    """Two lists of cards to push, and what follows from them."""
    st.caption(wording.IF_LINE)
    names = card_names(canvas)
    left, right = st.columns(2, gap="medium")
    with left:
        more = _choose(wording.IF_MORE, names, "more")
    with right:
        less = _choose(wording.IF_LESS, names, "less")
    both = [names[card] for card in more if card in less]
    for name in both:
        st.warning(plain(wording.IF_BOTH.format(card=name)))
    if (more or less) and not both:
        _follows(canvas, graph, _pushes(more, less), may_change=may_change)


def _choose(label: str, names: Mapping[str, str], field: str) -> list[str]:
    return st.multiselect(
        label,
        list(names),
        format_func=lambda card: names.get(card, ""),
        key=f"{where.canvas_id()}:if_{field}",
        placeholder=wording.IF_CHOOSE,
        persist_state="session",
    )


def _pushes(more: Sequence[str], less: Sequence[str]) -> Pushes:
    up: Pushes = dict.fromkeys(more, 1)
    down: Pushes = dict.fromkeys(less, -1)
    return {**up, **down}


def _follows(canvas: Canvas, graph: CauseGraph, pushes: Pushes, *, may_change: bool) -> None:
    moved = follow(graph, pushes)
    if not moved:
        st.info(wording.IF_STILL)
    found = findings_if(canvas, graph, pushes)
    # What was asked for is not dismissed, but may be worth keeping.
    moving = [finding for finding in found if not finding.assumptions]
    show_findings(canvas, moving, "if", may_change=may_change, may_dismiss=False)
    _break_first(canvas, found[len(moving) :], may_change=may_change)
    if moved:
        st.subheader(wording.IF_MOVES, anchor=False)
        table(_rows(canvas, moved), wording.IF_TABLE)


def _break_first(canvas: Canvas, found: Sequence[Finding], *, may_change: bool) -> None:
    if not canvas.assumptions:
        return
    st.subheader(wording.IF_BREAKS, anchor=False)
    st.caption(wording.IF_BREAKS_LINE if found else wording.IF_BREAKS_NONE)
    show_findings(canvas, found, "if", may_change=may_change, may_dismiss=False)


def _rows(canvas: Canvas, moved: Mapping[str, Movement]) -> Sequence[Mapping[str, str]]:
    titles = {layer.id: layer.title for layer in canvas.layers}
    return [
        {
            wording.CARD: card.text,
            wording.ICEBERG: titles[card.layer],
            wording.WAY: _way(moved[card.id]),
        }
        for card in canvas.cards
        if card.id in moved
    ]


def _way(movement: Movement) -> str:
    way = wording.WAYS[movement.way]
    return wording.DOUBTED.format(way=way) if movement.doubted else way
