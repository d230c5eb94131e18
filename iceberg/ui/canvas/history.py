"""What has been changed, by whom and when; and the moments that were named."""

from __future__ import annotations

import streamlit as st

from iceberg.model import Canvas
from iceberg.ui import session, where, wording
from iceberg.ui.canvas.looking import choose_moment
from iceberg.ui.plain import plain
from iceberg.ui.when import day, moment

_SHOWN = 30


def history(canvas: Canvas) -> None:
    """The newest changes first."""
    _snapshots(canvas)
    where.link(wording.COMPARE_MOMENTS, where.COMPARE, where.canvas_id())
    rows = session.workshop().history(where.canvas_id() or "")
    if rows:
        choose_moment(canvas, rows)
    else:
        st.caption(wording.HISTORY_EMPTY)
    for row in list(reversed(rows))[:_SHOWN]:
        who = wording.HISTORY_YOU if row.client == session.client() else row.author
        about = " · ".join(filter(None, [who, moment(row.at)]))
        st.markdown(f"{plain(row.sentence)}  \n:small[{plain(about)}]")
    if len(rows) > _SHOWN:
        st.caption(wording.HISTORY_OLDER.format(count=len(rows) - _SHOWN))


def _snapshots(canvas: Canvas) -> None:
    for snapshot in canvas.snapshots:
        seen = day(snapshot.date) if snapshot.date else ""
        line = wording.SNAPSHOT_LINE.format(name=snapshot.name, revision=snapshot.revision)
        st.caption(plain(" · ".join(filter(None, [line, seen]))))
