"""One card of the round: its last reading, a form for a new one, and the quick ways on.

The widgets keep their names from card to card, so that the keyboard stays where it is: whoever
has confirmed one card confirms the next with one more press of Enter.
"""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from iceberg.edits import AddReading, Edit
from iceberg.errors import EditRefusedError
from iceberg.model import LINE_LIMIT, Canvas, Card, Reading, new_id
from iceberg.ui import wording as app_wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.changes import figure_in
from iceberg.ui.canvas.readings import in_words
from iceberg.ui.plain import plain
from iceberg.ui.readings import wording
from iceberg.ui.readings.round import Outcome, round_of
from iceberg.ui.when import today
from iceberg.workshop.wording import NOTHING_CHANGED

_PLACE: Final = "reading_now"
_FIELDS: Final = ("direction", "figure", "unit", "source", "date")
_SHOWN: Final = f"{_PLACE}:shown"


def one_card(canvas: Canvas, card: Card) -> None:
    """What is known of a card, and what can be said of it now."""
    known = readings_of(canvas, card)
    st.subheader(plain(card.text), anchor=False)
    if known:
        st.markdown(plain(wording.LAST.format(reading=in_words(known[0]))))
    else:
        st.markdown(wording.NEVER)
    if len(known) > 1:
        st.caption(plain(wording.OLDER.format(reading=in_words(known[1]))))
    last = known[0] if known else None
    _ways_on(card, last)
    _fill(card, last)
    _form(card)
    show_refusal(_PLACE)


def readings_of(canvas: Canvas, card: Card) -> list[Reading]:
    """The readings of a card, the newest first; of two on one day the later listed."""
    own = [reading for reading in canvas.readings if reading.card == card.id]
    return sorted(own, key=lambda reading: reading.date)[::-1]


def _fill(card: Card, last: Reading | None) -> None:
    """Begin the form anew for another card, or when a new reading of this one has come."""
    shown = (card.id, last.id if last else None)
    if st.session_state.get(_SHOWN) == shown and _key("figure") in st.session_state:
        return
    st.session_state[_SHOWN] = shown
    begin: dict[str, Any] = {
        "direction": last.direction if last else "steady",
        "figure": "",
        "unit": (last.unit if last else None) or "",
        "source": "",
        "date": today(),
    }
    for field in _FIELDS:
        st.session_state[_key(field)] = begin[field]


def _form(card: Card) -> None:
    with st.form(_PLACE, border=False):
        st.segmented_control(
            wording.NOW,
            list(app_wording.DIRECTIONS),
            format_func=lambda way: app_wording.DIRECTIONS[way],
            required=True,
            key=_key("direction"),
        )
        figure, unit, date = st.columns([3, 3, 2])
        figure.text_input(wording.FIGURE, key=_key("figure"), max_chars=LINE_LIMIT)
        unit.text_input(wording.UNIT, key=_key("unit"), max_chars=LINE_LIMIT)
        date.date_input(wording.DATE, key=_key("date"), format="DD/MM/YYYY")
        st.text_input(
            wording.SOURCE,
            key=_key("source"),
            max_chars=LINE_LIMIT,
            placeholder=wording.SOURCE_HINT,
        )
        st.form_submit_button(
            wording.SAVE, key=_key("save"), type="primary", on_click=_save, args=(card,)
        )


def _ways_on(card: Card, last: Reading | None) -> None:
    with st.container(horizontal=True, gap="small"):
        if last and last.date < today():
            st.button(
                wording.CONFIRM,
                key=_key("confirm"),
                help=wording.CONFIRM_HELP,
                on_click=_confirm,
                args=(card, last.id),
            )
        st.button(wording.SKIP, key=_key("skip"), on_click=_skip, args=(card,))
        begun = round_of(card.layer).at > 0
        st.button(
            wording.BACK,
            key=_key("back"),
            type="tertiary",
            disabled=not begun,
            on_click=_back,
            args=(card,),
        )
    if last and last.date >= today():
        st.caption(wording.READ_TODAY)


def _key(field: str) -> str:
    return f"{_PLACE}:{field}"


def _save(card: Card) -> None:
    typed = {field: st.session_state[_key(field)] for field in _FIELDS}
    reading_id = new_id()

    def making(canvas: Canvas) -> Edit:
        figure = figure_in(typed["figure"])
        last = next(iter(readings_of(canvas, card)), None)
        # A unit and a nation say nothing without a figure.
        about = {"unit": typed["unit"], "nation": last.nation if last else None}
        values = {name: typed[name] for name in ("direction", "source", "date")}
        values |= {"figure": figure, **(about if figure is not None else {})}
        return AddReading(reading=Reading(id=reading_id, card=card.id, **values))

    _answer(card, making, "saved", reading_id)


def _confirm(card: Card, last: str) -> None:
    reading_id = new_id()

    def making(canvas: Canvas) -> Edit:
        known = next((reading for reading in canvas.readings if reading.id == last), None)
        if known is None:
            raise EditRefusedError(NOTHING_CHANGED)
        again = known.model_copy(update={"id": reading_id, "date": today()})
        return AddReading(reading=again)

    _answer(card, making, "confirmed", reading_id)


def _answer(card: Card, making: Any, outcome: Outcome, reading: str) -> None:
    if act(_PLACE, making):
        round_of(card.layer).go_on(card.id, outcome, reading)


def _skip(card: Card) -> None:
    round_of(card.layer).go_on(card.id, "skipped")


def _back(card: Card) -> None:
    here = round_of(card.layer)
    here.at = max(here.at - 1, 0)
