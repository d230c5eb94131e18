"""The workshop page."""

from __future__ import annotations

import streamlit as st

from iceberg.ui import session
from iceberg.ui.frame import frame
from iceberg.ui.guard import guarded
from iceberg.ui.meeting import wording
from iceberg.ui.meeting.blank import blank
from iceberg.ui.meeting.deck import deck
from iceberg.ui.meeting.invite import invite
from iceberg.ui.meeting.keeping import keeping, warn_of_the_end
from iceberg.ui.meeting.paper import paper
from iceberg.ui.meeting.phases import phases
from iceberg.ui.meeting.room import ending, hidden, room, suggestions
from iceberg.ui.meeting.together import together
from iceberg.ui.opened import opened_canvas, page_title


def meeting_page() -> None:
    """Everything for whoever runs the workshop; a part that fails leaves the others standing."""
    canvas_id, canvas = opened_canvas()
    frame()
    page_title(canvas)
    grant = session.grant(canvas_id)
    if not grant.may_facilitate:
        st.info(wording.ONLY_FACILITATORS)
        return
    warn_of_the_end(canvas_id)
    whole = session.workshop().open(canvas_id)
    left, middle, right = st.columns(3, gap="large")
    with left, guarded():
        invite(grant)
    with middle, guarded():
        phases(grant)
        with st.expander(wording.TOGETHER, key="together", on_change="rerun") as pairs:
            if pairs.open:
                together(canvas)
    with right:
        with guarded():
            room(grant, canvas)
        with guarded():
            suggestions(grant)
        with st.expander(wording.DECK), guarded():
            deck(whole)
        with st.expander(wording.PAPER), guarded():
            paper(whole)
        with st.expander(wording.HIDDEN), guarded():
            hidden(whole)
        with st.expander(wording.AFTER), guarded():
            ending(grant)
        with st.expander(wording.BLANK, key="blank", on_change="rerun") as sheets, guarded():
            if sheets.open:
                blank(whole)
        with st.expander(wording.KEEPING, key="keeping", on_change="rerun") as kept, guarded():
            if kept.open:
                keeping(grant, whole)
