"""What was seen of a card, and when: add a reading, change one, remove one."""

from __future__ import annotations

from typing import Any

import streamlit as st

from iceberg.edits import AddReading, RemoveReading
from iceberg.model import LINE_LIMIT, Canvas, Card, Reading, new_id
from iceberg.ui import where, wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.changes import figure_in, reading_change
from iceberg.ui.canvas.choices import choose_one
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.plain import plain
from iceberg.ui.when import day, today

_PLACE = "reading"
_NEW = "new"


def readings(canvas: Canvas, card: Card) -> None:
    """The readings of a card, the newest first, and a form for one of them or a new one."""
    known = sorted(
        (reading for reading in canvas.readings if reading.card == card.id),
        key=lambda reading: reading.date,
        reverse=True,
    )
    for reading in known:
        st.caption(plain(in_words(reading)))
    if not known:
        st.caption(wording.READINGS_EMPTY)
    _form(card, _choose(card, known))
    show_refusal(_PLACE)
    where.link(wording.READINGS_ALL, where.READINGS, where.canvas_id())


def in_words(reading: Reading) -> str:
    """A reading on one line."""
    figure = reading.figure
    shown = f"{figure:,}" if isinstance(figure, int | float) else figure or ""
    parts = [
        day(reading.date),
        wording.DIRECTIONS[reading.direction],
        f"{shown} {reading.unit or ''}".strip(),
        reading.nation,
        reading.period,
        reading.source,
    ]
    return " · ".join(part for part in parts if part)


def _choose(card: Card, known: list[Reading]) -> Reading | None:
    if not known:
        return None
    by_id = {reading.id: reading for reading in known}
    chosen = st.selectbox(
        wording.READING_CHOOSE,
        [_NEW, *by_id],
        format_func=lambda item: in_words(by_id[item]) if item in by_id else wording.READING_NEW,
        key=f"choose_reading:{card.id}",
    )
    return by_id.get(chosen)


def _form(card: Card, reading: Reading | None) -> None:
    fields = Fields("reading", reading) if reading else Fields(f"reading:{card.id}")
    with st.form(fields.key("form"), border=False):
        _asked(fields, reading)
        st.form_submit_button(
            wording.READING_SAVE if reading else wording.READING_BUTTON,
            key=fields.key("save"),
            on_click=_save,
            args=(fields, card, reading),
        )
    if reading:
        st.button(
            wording.READING_REMOVE, key="reading_remove", on_click=_remove, args=(reading.id,)
        )


def _asked(fields: Fields, reading: Reading | None) -> None:
    st.date_input(
        wording.READING_DATE,
        reading.date if reading else today(),
        key=fields.key("date"),
        format="DD/MM/YYYY",
    )
    choose_one(
        wording.READING_DIRECTION,
        wording.DIRECTIONS,
        reading.direction if reading else "rising",
        fields.key("direction"),
    )
    figure = "" if reading is None or reading.figure is None else str(reading.figure)
    st.text_input(wording.READING_FIGURE, figure, key=fields.key("figure"), max_chars=LINE_LIMIT)
    for field, label in wording.READING_FIELDS.items():
        value = getattr(reading, field) if reading else None
        st.text_input(label, value or "", key=fields.key(field), max_chars=LINE_LIMIT)


def _values(fields: Fields) -> dict[str, Any]:
    return {
        "date": fields["date"],
        "direction": fields["direction"],
        "figure": figure_in(fields["figure"]),
        **{field: fields[field] for field in wording.READING_FIELDS},
    }


def _save(fields: Fields, card: Card, reading: Reading | None) -> None:
    if reading:
        act(_PLACE, lambda _: reading_change(reading, _values(fields)))
        return
    reading_id = new_id()
    added = act(
        _PLACE,
        lambda _: AddReading(reading=Reading(id=reading_id, card=card.id, **_values(fields))),
    )
    if added:
        fields.clear(figure="", **dict.fromkeys(wording.READING_FIELDS, ""))


def _remove(reading_id: str) -> None:
    act(_PLACE, lambda _: RemoveReading(reading=reading_id))
