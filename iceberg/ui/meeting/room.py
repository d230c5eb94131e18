"""What everybody is told, what they suggest, and the end of a workshop."""

from __future__ import annotations

import streamlit as st

from iceberg.edits import CardChanges, ChangeCard, ChangeDetails, DetailsChanges, Edit, NameSnapshot
from iceberg.meeting import Grant
from iceberg.meeting.ballots import dots_each
from iceberg.meeting.state import DOTS_LIMIT
from iceberg.meeting.suggestions import Suggestion
from iceberg.model import LINE_LIMIT, TITLE_LIMIT, Canvas, Card, Snapshot, new_id
from iceberg.ui import session
from iceberg.ui.acting import act, attempt, show_refusal, tell
from iceberg.ui.meeting import wording
from iceberg.ui.meeting.going_on import going_on
from iceberg.ui.plain import plain, short, told_apart
from iceberg.ui.when import day, today

_PLACE = "room"
_EVERY_S = 3.0
_SHOWN = "room_shown"
_SETTLED = "suggestion_settled"


def room(grant: Grant, canvas: Canvas) -> None:
    """A note, dots and names."""
    meeting = session.meetings().of(grant.canvas_id)
    _follow({"note": meeting.note, "dots": dots_each(meeting, canvas), "names": meeting.names})
    with st.form("room", border=True):
        st.markdown(f"**{wording.ROOM}**")
        st.text_input(
            wording.NOTE, key="room_note", max_chars=LINE_LIMIT, placeholder=wording.NOTE_HINT
        )
        st.number_input(wording.DOTS, 1, DOTS_LIMIT, key="room_dots", help=wording.DOTS_HELP)
        st.toggle(wording.NAMES, key="room_names", help=wording.NAMES_HELP)
        st.form_submit_button(wording.SAVE, key="room_save", on_click=_save, args=(grant,))
    show_refusal(_PLACE)


def _follow(now: dict[str, object]) -> None:
    """Let a field show what is so now, where that is something else than what it showed."""
    shown = st.session_state.get(_SHOWN, {})
    for name, value in now.items():
        if shown.get(name) != value or f"room_{name}" not in st.session_state:
            st.session_state[f"room_{name}"] = value
    st.session_state[_SHOWN] = now


def _save(grant: Grant) -> None:
    """Keep only what was changed here: somebody else may have changed the rest."""
    shown = st.session_state[_SHOWN]
    typed = {name: st.session_state[f"room_{name}"] for name in shown}
    changed = {name: value for name, value in typed.items() if value != shown[name]}

    def work() -> None:
        session.meetings().set_up(grant, **changed)
        tell(wording.SAVED)

    attempt(_PLACE, work)


@st.fragment(run_every=_EVERY_S)
def suggestions(grant: Grant) -> None:
    """What people would change on cards of others, by itself: they come while others work."""
    going_on(grant)
    canvas = session.workshop().open(grant.canvas_id)
    st.markdown(f"**{wording.SUGGESTIONS}**")
    waiting = session.meetings().suggestions.waiting(grant)
    if not waiting:
        st.caption(wording.SUGGESTIONS_NONE)
    for one in waiting:
        _suggestion(grant, one, canvas.card(one.card))
    if st.session_state.pop(_SETTLED, False):
        # The rest of the page has to tell, and to follow the card.
        st.rerun()


def _suggestion(grant: Grant, one: Suggestion, card: Card | None) -> None:
    said = wording.SUGGESTED.format(card=short(card.text) if card else "…", text=one.text)
    st.markdown(plain(said))
    with st.container(horizontal=True):
        if card:
            st.button(wording.TAKE_UP, key=f"take:{one.id}", on_click=_take_up, args=(grant, one))
        st.button(wording.SETTLE, key=f"settle:{one.id}", on_click=_settle, args=(grant, one))


def _take_up(grant: Grant, one: Suggestion) -> None:
    st.session_state[_SETTLED] = True
    if act(_PLACE, lambda _: ChangeCard(card=one.card, changes=CardChanges(text=one.text))):
        _settle(grant, one)


def _settle(grant: Grant, one: Suggestion) -> None:
    st.session_state[_SETTLED] = True
    attempt(_PLACE, lambda: session.meetings().suggestions.settle(grant, one.id))


def hidden(canvas: Canvas) -> None:
    """Choose the cards that nobody sees."""
    texts = told_apart({card.id: short(card.text) for card in canvas.cards})
    if not texts:
        st.caption(wording.HIDDEN_NONE)
        return
    st.multiselect(
        wording.HIDDEN_LABEL,
        list(texts),
        default=[card.id for card in canvas.left_out_cards()],
        format_func=lambda card: texts.get(card, ""),
        key="hidden",
    )
    st.button(wording.HIDE_SAVE, key="hide_save", on_click=_hide)


def _hide() -> None:
    # What stands in the fields now: arguments would be what stood there when the page was drawn.
    chosen = tuple(st.session_state["hidden"])

    def making(canvas: Canvas) -> Edit | None:
        known = {card.id for card in canvas.cards}
        cards = tuple(card for card in chosen if card in known)
        view = canvas.view.model_copy(update={"left_out": cards})
        return ChangeDetails(changes=DetailsChanges(view=view)) if view != canvas.view else None

    act(_PLACE, making)


def ending(grant: Grant) -> None:
    """Close the door, name the moment, lock the canvas."""
    st.caption(wording.AFTER_LINE)
    st.text_input(
        wording.AFTER_LABEL,
        wording.AFTER_NAME.format(date=day(today())),
        max_chars=TITLE_LIMIT,
        key="ending_name",
    )
    st.button(wording.AFTER_END, key="end", on_click=_end, args=(grant,))


def _end(grant: Grant) -> None:
    name = st.session_state["ending_name"]

    def naming(canvas: Canvas) -> Edit:
        snapshot = Snapshot(id=new_id(), name=name, revision=canvas.revision, date=today())
        return NameSnapshot(snapshot=snapshot)

    def work() -> None:
        session.meetings().doors.close(grant)
        session.meetings().begin(grant, "locked")
        tell(wording.AFTER_DONE.format(name=name))

    # What is still being voted on counts before the moment is named.
    if attempt(_PLACE, lambda: _close_vote(grant)) and act(_PLACE, naming):
        attempt(_PLACE, work)


def _close_vote(grant: Grant) -> None:
    if session.meetings().of(grant.canvas_id).phase == "vote":
        session.meetings().begin(grant, "look")
