"""The workshop, for the parts of its page that are drawn by themselves."""

from __future__ import annotations

import streamlit as st

from iceberg.errors import NotFoundError
from iceberg.meeting import Grant, Meeting
from iceberg.ui import session


def going_on(grant: Grant) -> Meeting:
    """What is going on now; when the canvas has gone, or the link does not count any more, the
    whole page is drawn anew, and says so."""
    try:
        return session.meetings().check(grant)
    except NotFoundError:
        st.rerun()
