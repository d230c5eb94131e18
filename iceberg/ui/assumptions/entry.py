"""One entry of the ledger: what is assumed, why to look again, what it rests on, what to do."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from iceberg.edits import RemoveAssumption
from iceberg.exporters.story.tables import rests_on, signpost
from iceberg.model import Assumption, Canvas, StatusChange
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.assumptions import wording
from iceberg.ui.assumptions.form import change_form
from iceberg.ui.assumptions.ledger import Entry
from iceberg.ui.assumptions.reasons import show_reasons
from iceberg.ui.assumptions.review import review
from iceberg.ui.findings.showing import show_on_picture
from iceberg.ui.plain import plain
from iceberg.ui.when import day, today


def show_entry(canvas: Canvas, entry: Entry, *, may_change: bool) -> None:
    """One assumption in a frame, with its buttons for those who may change it."""
    one = entry.assumption
    with st.container(border=True, gap="small", key=f"assumption:{one.id}"):
        st.markdown(f"**{entry.label} · {plain(one.text)}**")
        st.caption(plain(" · ".join(_marks(one))))
        show_reasons(one, entry.asks)
        lines = (f"**{title}:** {plain(said)}" for title, said in _details(canvas, one) if said)
        st.markdown("  \n".join(lines))
        _history(one)
        _buttons(canvas, entry, may_change=may_change)


def _marks(one: Assumption) -> Iterator[str]:
    yield wording.MARKS[one.status]
    if one.load_bearing:
        yield wording.LOAD_BEARING
    if one.vulnerable:
        yield wording.VULNERABLE
    if one.review and one.review >= today():
        yield wording.REVIEW_BY.format(date=day(one.review))
    if one.owner:
        yield one.owner


def _details(canvas: Canvas, one: Assumption) -> Iterator[tuple[str, str]]:
    rests = "; ".join(rests_on(canvas, one, in_sentence=True))
    yield wording.RESTS_ON, rests or wording.RESTS_ON_NOTHING
    yield wording.SIGNPOST, signpost(canvas, one)
    yield wording.SHAPING, "; ".join(one.shaping)
    yield wording.HEDGING, "; ".join(one.hedging)


def _history(one: Assumption) -> None:
    if not one.history:
        return
    with st.expander(wording.HISTORY.format(count=len(one.history))):
        for line in reversed(one.history):
            st.caption(plain(_line(one, line)))


def _line(one: Assumption, line: StatusChange) -> str:
    what = wording.MARKS[line.status] if line.look else wording.REWORDED
    said = f"{day(line.date)}: {what}."
    note = f"{line.note.rstrip('.')}." if line.note else ""
    then = line.text and line.text != one.text
    worded = wording.THEN_WORDED.format(text=line.text) if then else ""
    return " ".join(filter(None, (said, note, worded)))


def _buttons(canvas: Canvas, entry: Entry, *, may_change: bool) -> None:
    one, refusals = entry.assumption, f"remove:{entry.assumption.id}"
    there = {card.id for card in canvas.shown_cards()}
    shown = [card for card in (entry.asks[0].cards if entry.asks else one.cards) if card in there]
    with st.container(horizontal=True, gap="small"):
        if may_change and _button(entry, "review", wording.REVIEW, first=True):
            review(one, entry.asks)
        if may_change and _button(entry, "change", wording.CHANGE):
            change_form(canvas, one)
        if shown and _button(entry, "show", wording.SHOW):
            show_on_picture(shown)
        if may_change:
            _remove_button(entry)
    show_refusal(refusals)


def _button(entry: Entry, name: str, label: str, *, first: bool = False) -> bool:
    return st.button(
        label,
        key=f"{name}:{entry.assumption.id}",
        help=plain(wording.NAMED[name].format(label=entry.label)),
        type="primary" if first and entry.asks else "secondary",
    )


def _remove_button(entry: Entry) -> None:
    st.button(
        wording.REMOVE,
        key=f"remove:{entry.assumption.id}",
        help=plain(wording.NAMED["remove"].format(label=entry.label)),
        type="tertiary",
        on_click=_remove,
        args=(entry.assumption.id,),
    )


def _remove(assumption_id: str) -> None:
    act(f"remove:{assumption_id}", lambda _: RemoveAssumption(assumption=assumption_id))
