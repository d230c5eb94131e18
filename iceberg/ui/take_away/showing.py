"""What to show: everything, the strongest cards, some cards, a finding; and what to leave out."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from iceberg.exporters import ExportOptions
from iceberg.exporters.leaving.selection import Selection, is_quoted, is_sensitive
from iceberg.model import Canvas, Card
from iceberg.ui import pictures, session
from iceberg.ui.findings.kept import told_of
from iceberg.ui.plain import plain, short, told_apart
from iceberg.ui.take_away import wording
from iceberg.ui.when import today


def showing(canvas_id: str, canvas: Canvas, name: str, given: ExportOptions) -> Selection:
    """The part of the canvas that a person chose; ``given`` is what the purpose begins with."""
    most = given.show.strongest if given.show else None
    way = st.radio(
        wording.SHOW,
        list(wording.SHOW_WAYS),
        index=1 if most else 0,
        format_func=lambda one: wording.SHOW_WAYS[one],
        label_visibility="collapsed",
        key=f"{name}:show",
    )
    return Selection(
        cards=_cards(canvas_id, canvas, name, way),
        strongest=_strongest(canvas, name, most) if way == "strongest" else None,
        without_quoted=_leave_out("quoted", canvas, name, is_quoted),
        without_sensitive=_leave_out("sensitive", canvas, name, is_sensitive),
    )


def _cards(canvas_id: str, canvas: Canvas, name: str, way: str) -> tuple[str, ...] | None:
    if way == "cards":
        return _some_cards(canvas, name)
    return _finding(canvas_id, canvas, name) if way == "finding" else None


def _strongest(canvas: Canvas, name: str, most: int | None) -> int:
    total = max(1, len(canvas.cards))
    return int(
        st.number_input(
            wording.STRONGEST,
            min_value=1,
            max_value=total,
            value=min(most or 12, total),
            help=wording.STRONGEST_HELP,
            key=f"{name}:strongest",
        )
    )


def _some_cards(canvas: Canvas, name: str) -> tuple[str, ...] | None:
    texts = told_apart({card.id: short(card.text) for card in canvas.cards})
    chosen = st.multiselect(
        wording.CARDS,
        list(texts),
        format_func=lambda card: texts.get(card, ""),
        key=f"{name}:cards",
    )
    if not chosen:
        st.caption(wording.CARDS_NONE)
    return tuple(card for card in chosen if card in texts) or None


def _finding(canvas_id: str, canvas: Canvas, name: str) -> tuple[str, ...] | None:
    known = {card.id for card in canvas.cards}
    found = {
        finding.id: (wording.KEPT_FINDING.format(text=finding.text), finding.cards)
        for finding in canvas.kept
    }
    whole = session.may_facilitate(canvas_id)
    told = told_of(*pictures.key_of(canvas_id, canvas), today(), whole, canvas)
    for finding in told.findings:
        if finding.kind in ("chain", "loop"):
            found.setdefault(finding.id, (finding.sentence, finding.cards))
    usable = {key: one for key, one in found.items() if known.intersection(one[1])}
    if not usable:
        st.caption(wording.FINDING_NONE)
        return None
    chosen = st.selectbox(
        wording.FINDING,
        list(usable),
        format_func=lambda key: short(usable[key][0], 110) if key in usable else "",
        key=f"{name}:finding",
    )
    st.caption(plain(usable[chosen][0]))
    return tuple(usable[chosen][1])


def _leave_out(what: str, canvas: Canvas, name: str, is_one: Callable[[Card], bool]) -> bool:
    """A switch that says how many cards it is about; none where there are no such cards."""
    count = sum(map(is_one, canvas.cards))
    if not count:
        return False
    label, says = {
        "quoted": (wording.QUOTED, wording.QUOTED_HELP),
        "sensitive": (wording.SENSITIVE, wording.SENSITIVE_HELP),
    }[what]
    return st.toggle(label.format(count=count), help=says, key=f"{name}:{what}")
