"""Choosing the phase and its timer, by hand or along a plan."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from iceberg.meeting import PHASES, Grant, Meeting, Phase
from iceberg.meeting.phases import RIGHTS
from iceberg.meeting.wording import PHASE_HINTS, PHASE_NAMES
from iceberg.ui import session
from iceberg.ui.acting import attempt, show_refusal, tell
from iceberg.ui.meeting import wording
from iceberg.ui.meeting.agenda import AGENDAS, QUESTIONS
from iceberg.ui.meeting.going_on import going_on
from iceberg.ui.when import clock
from iceberg.wording import counted

_PLACE = "phases"
_MINUTES = (0, 2, 3, 5, 8, 10, 15, 20, 30)
_MORE = dt.timedelta(minutes=2)
_EVERY_S = 1.0
_SHOWN = "phase_shown"


def phases(grant: Grant) -> None:
    """What is going on now, and the ways to go on."""
    st.subheader(wording.PHASE, anchor=False)
    _follow(session.meetings().of(grant.canvas_id).phase)
    _now(grant)
    chosen = st.selectbox(
        wording.PHASE_LABEL, PHASES, format_func=lambda phase: PHASE_NAMES[phase], key="phase"
    )
    st.caption(PHASE_HINTS[chosen])
    st.select_slider(
        wording.MINUTES,
        _MINUTES,
        format_func=lambda minutes: str(minutes or wording.NO_TIMER),
        key="phase_minutes",
    )
    st.button(wording.BEGIN, key="begin", type="primary", on_click=_begin_chosen, args=(grant,))
    show_refusal(_PLACE)
    with st.expander(wording.AGENDA, key="agenda", on_change="rerun") as agenda:
        if agenda.open:
            _agenda(grant)


def _follow(phase: Phase) -> None:
    """Let the list show the phase that there is, also one that a plan or somebody else began.

    What stands there may be begun anew at any moment, as for more time.
    """
    if st.session_state.get(_SHOWN) != phase or "phase" not in st.session_state:
        st.session_state["phase"] = phase
    st.session_state[_SHOWN] = phase


@st.fragment(run_every=_EVERY_S)
def _now(grant: Grant) -> None:
    """The phase as everybody sees it; by itself, so that nothing else is drawn anew."""
    meeting = going_on(grant)
    if meeting.phase != st.session_state.get(_SHOWN):
        st.rerun()
    parts = [wording.NOW.format(name=PHASE_NAMES[meeting.phase])]
    if meeting.ends:
        parts.append(wording.TIME_UNTIL.format(clock=clock(meeting.ends)))
    parts += _counts(grant, meeting)
    st.markdown(" · ".join(parts))
    if meeting.ends:
        with st.container(horizontal=True):
            st.button(wording.ADD_TIME, key="more_time", on_click=_until, args=(grant, _MORE))
            st.button(wording.STOP_TIME, key="stop_time", on_click=_until, args=(grant, None))


def _counts(grant: Grant, meeting: Meeting) -> list[str]:
    meetings = session.meetings()
    if meeting.phase == "vote":
        return [wording.voters(meetings.votes.voters(grant.canvas_id))]
    if "add" not in RIGHTS[meeting.phase]:
        return []
    canvas = meetings.workshop.open(grant.canvas_id)
    added = sum(meetings.counts(grant.canvas_id, canvas).values())
    return [wording.COUNT.format(cards=counted(added, "card"))]


def _agenda(grant: Grant) -> None:
    length = st.segmented_control(
        wording.AGENDA_LABEL,
        list(AGENDAS),
        format_func=lambda minutes: wording.AGENDA_LENGTHS[minutes],
        default=90,
        required=True,
        key="agenda_length",
    )
    for number, part in enumerate(AGENDAS[length]):
        said = {"minutes": part.minutes, "name": PHASE_NAMES[part.phase], "what": part.what}
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(wording.AGENDA_STEP.format(**said), width="stretch")
            st.button(
                wording.AGENDA_GO,
                key=f"agenda:{number}",
                on_click=_begin,
                args=(grant, part.phase, part.minutes, part.question),
            )


def _begin_chosen(grant: Grant) -> None:
    # The question of a part of a plan is not that of what is begun by hand.
    is_asked = session.meetings().of(grant.canvas_id).note in QUESTIONS
    note = "" if is_asked else None
    _begin(grant, st.session_state["phase"], st.session_state["phase_minutes"], note)


def _begin(grant: Grant, phase: Phase, minutes: float, note: str | None = None) -> None:
    def work() -> None:
        session.meetings().begin(grant, phase, minutes or None)
        if note is not None:
            session.meetings().set_up(grant, note=note)
        tell(wording.BEGUN.format(name=PHASE_NAMES[phase]))

    attempt(_PLACE, work)


def _until(grant: Grant, more: dt.timedelta | None) -> None:
    def work() -> None:
        ends = session.meetings().of(grant.canvas_id).ends
        later = max(ends, dt.datetime.now(dt.UTC)) + more if ends and more else None
        session.meetings().set_up(grant, ends=later)

    attempt(_PLACE, work)
