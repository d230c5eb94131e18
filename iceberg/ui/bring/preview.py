"""The picture as it will be, drawn from the very canvas that would be made."""

from __future__ import annotations

from typing import Final

import streamlit as st

from iceberg.edits import apply
from iceberg.exporters import ExportOptions, export
from iceberg.importers import joined
from iceberg.model import Canvas
from iceberg.scene import build_scene
from iceberg.scene.placing import placed_at_once, settled
from iceberg.ui import session
from iceberg.ui.bring import wording
from iceberg.ui.bring.drafts import Bringing
from iceberg.ui.bring.keep import left_out
from iceberg.ui.kept import kept
from iceberg.ui.plain import plain
from iceberg.wording import counted, in_tray

_AT_ONCE: Final = 120
"""Cards that are drawn without being asked; more take seconds on each choice."""
_KEPT: Final = 24


def preview(token: str, bringing: Bringing) -> None:
    """The picture; for a large map when asked, and what waits in the tray."""
    st.subheader(wording.PREVIEW, anchor=False)
    made = bringing.imported().canvas
    if bringing.canvas_id is None and not made.cards:
        st.info(wording.PREVIEW_EMPTY)
    elif _may_draw(made):
        _draw(token, bringing, made)
    if made.tray:
        st.caption(in_tray(len(made.tray)))


def _may_draw(made: Canvas) -> bool:
    if len(made.cards) <= _AT_ONCE:
        return True
    st.caption(wording.PREVIEW_LARGE.format(cards=counted(len(made.cards), "card")))
    return st.button(wording.PREVIEW_BUTTON, key="draw_preview")


def _draw(token: str, bringing: Bringing, made: Canvas) -> None:
    whole = made
    if bringing.canvas_id:
        canvas = session.workshop().open(bringing.canvas_id)
        note = bringing.imported().report.note("preview")
        edit = joined(canvas, made, note, left_out(bringing, canvas, made))
        whole = apply(canvas, placed_at_once(canvas, edit))
    svg, description = _drawn(token, _state(bringing, whole), whole)
    with st.container(border=True):
        st.image(
            svg, width="stretch", alt=plain(wording.PREVIEW_ALT.format(description=description))
        )


def _state(bringing: Bringing, whole: Canvas) -> int:
    return hash(
        (whole.revision, bringing.leaves_same_out, *sorted(bringing.decided.items(), key=str))
    )


@kept(_KEPT)
def _drawn(token: str, state: int, _whole: Canvas) -> tuple[str, str]:  # noqa: ARG001 - the key
    """The picture as SVG and in words."""
    canvas = settled(_whole)
    made = export(canvas, ".svg", ExportOptions())
    return made.data.decode("utf-8"), build_scene(canvas).description
