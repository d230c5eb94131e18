"""What the initiative rests on: add an assumption, change it, say whether it still holds."""

from __future__ import annotations

from typing import Any

import streamlit as st

from iceberg.edits import AddAssumption, RemoveAssumption
from iceberg.model import LINE_LIMIT, TEXT_LIMIT, Assumption, Canvas, StatusChange, new_id
from iceberg.ui import wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.changes import assumption_change
from iceberg.ui.canvas.choosing import card_names
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.plain import plain, short
from iceberg.ui.when import day, today

_PLACE = "assumption"
_NEW = "new"


def assumptions(canvas: Canvas) -> None:
    """The assumptions, numbered as on the picture, and a form for one of them or a new one."""
    if not canvas.assumptions:
        st.caption(wording.ASSUMPTIONS_EMPTY)
    assumption = _choose(canvas)
    fields = Fields("assumption", assumption)
    with st.form(fields.key("form"), border=False):
        _asked(canvas, fields, assumption)
        st.form_submit_button(
            wording.ASSUMPTION_SAVE if assumption else wording.ASSUMPTION_ADD,
            type="primary",
            key=fields.key("save"),
            on_click=_save,
            args=(fields, assumption),
            width="stretch",
        )
    if assumption:
        _more(assumption)
    show_refusal(_PLACE)


def _choose(canvas: Canvas) -> Assumption | None:
    if not canvas.assumptions:
        return None
    by_id = {assumption.id: assumption for assumption in canvas.assumptions}
    names = {
        assumption.id: f"A{number} {short(assumption.text)} ({wording.STATUSES[assumption.status]})"
        for number, assumption in enumerate(canvas.assumptions, start=1)
    }
    chosen = st.selectbox(
        wording.ASSUMPTION_CHOOSE,
        [_NEW, *by_id],
        format_func=lambda item: names.get(item, wording.ASSUMPTION_NEW),
        key="choose_assumption",
    )
    return by_id.get(chosen)


def _asked(canvas: Canvas, fields: Fields, known: Assumption | None) -> None:
    st.text_area(
        wording.ASSUMPTION_TEXT,
        known.text if known else "",
        key=fields.key("text"),
        max_chars=TEXT_LIMIT,
        height=80,
    )
    names = card_names(canvas)
    st.multiselect(
        wording.ASSUMPTION_CARDS,
        list(names),
        default=list(known.cards) if known else [],
        format_func=lambda card_id: names.get(card_id, ""),
        key=fields.key("cards"),
    )
    st.selectbox(
        wording.ASSUMPTION_STATUS,
        list(wording.STATUSES),
        index=list(wording.STATUSES).index(known.status) if known else 0,
        format_func=lambda status: wording.STATUSES[status],
        key=fields.key("status"),
    )
    if known:
        st.text_input(wording.ASSUMPTION_WHY, key=fields.key("why"), max_chars=LINE_LIMIT)
    with st.expander(wording.ASSUMPTION_DETAILS):
        _details(fields, known)


def _details(fields: Fields, known: Assumption | None) -> None:
    st.checkbox(
        wording.ASSUMPTION_LOAD, bool(known and known.load_bearing), key=fields.key("load_bearing")
    )
    st.checkbox(
        wording.ASSUMPTION_VULNERABLE,
        bool(known and known.vulnerable),
        key=fields.key("vulnerable"),
    )
    for field, label in wording.ASSUMPTION_LINES.items():
        value = getattr(known, field) if known else None
        st.text_input(label, value or "", key=fields.key(field), max_chars=LINE_LIMIT)
    st.date_input(
        wording.ASSUMPTION_REVIEW,
        known.review if known else None,
        key=fields.key("review"),
        format="DD/MM/YYYY",
    )


def _values(fields: Fields) -> dict[str, Any]:
    plain_fields = ("text", "status", "load_bearing", "vulnerable", "review")
    return {
        "cards": tuple(fields["cards"]),
        **{field: fields[field] for field in (*plain_fields, *wording.ASSUMPTION_LINES)},
    }


def _save(fields: Fields, known: Assumption | None) -> None:
    if known:
        act(_PLACE, lambda _: assumption_change(known, _values(fields), today(), fields["why"]))
        return
    assumption_id = new_id()
    added = act(
        _PLACE,
        lambda _: AddAssumption(assumption=Assumption(id=assumption_id, **_values(fields))),
    )
    if added:
        fields.clear(text="", cards=[], status="holds", load_bearing=False, vulnerable=False)
        fields.clear(review=None, **dict.fromkeys(wording.ASSUMPTION_LINES, ""))


def _more(known: Assumption) -> None:
    for line in reversed(known.history):
        st.caption(plain(_history_line(line)))
    st.button(
        wording.ASSUMPTION_REMOVE, key="assumption_remove", on_click=_remove, args=(known.id,)
    )


def _history_line(line: StatusChange) -> str:
    said = wording.STATUS_LINE.format(date=day(line.date), status=wording.STATUSES[line.status])
    return f"{said}. {line.note}" if line.note else said


def _remove(assumption_id: str) -> None:
    act(_PLACE, lambda _: RemoveAssumption(assumption=assumption_id))
