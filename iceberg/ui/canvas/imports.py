"""Maps that were brought into the canvas, with their reports, and the way to bring another."""

from __future__ import annotations

import streamlit as st

from iceberg.model import Canvas, ImportNote
from iceberg.ui import where
from iceberg.ui.bring import wording
from iceberg.ui.plain import plain
from iceberg.ui.when import day


def imports(canvas: Canvas) -> None:
    """The way to bring a map, and each report that is kept."""
    st.caption(wording.IMPORTS_LINE)
    where.link(wording.IMPORTS_GO, where.BRING, where.canvas_id(), icon=":material/add_to_photos:")
    for note in canvas.imports:
        _note(note)


def _note(note: ImportNote) -> None:
    told = {"name": note.name, "format": note.format, "day": day(note.date) if note.date else ""}
    st.markdown(plain((wording.IMPORT_DAY if note.date else wording.IMPORT_LINE).format(**told)))
    st.download_button(
        wording.REPORT_DOWNLOAD,
        note.report,
        file_name=wording.REPORT_FILE,
        mime="text/markdown",
        key=f"report:{note.id}",
        help=plain(wording.IMPORT_DOWNLOAD.format(name=note.name)),
        on_click="ignore",
    )
    st.code(note.report, language=None, height=240, wrap_lines=True)
