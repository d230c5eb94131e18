"""What pulls which way: a force field for each iceberg, as a chart and as a table."""

from __future__ import annotations

import streamlit as st

from iceberg import wording as picture_words
from iceberg.analyses.forces import ForceField, force_fields
from iceberg.exporters.names import file_name
from iceberg.exporters.scene_file import SCENE_MIMES
from iceberg.model import Canvas
from iceberg.ui import where
from iceberg.ui import wording as app_wording
from iceberg.ui.findings import wording
from iceberg.ui.findings.kept import forces_file
from iceberg.ui.findings.table import Cell, table
from iceberg.ui.pictures_key import key_of
from iceberg.ui.plain import plain


def forces(canvas: Canvas) -> None:
    """The force fields of all icebergs, from left to right."""
    fields = force_fields(canvas)
    if not any(field.resisting or field.helping for field in fields):
        st.info(wording.FORCES_NONE)
        return
    st.caption(wording.FORCES_LINE)
    for column, field in zip(st.columns(len(fields), gap="large"), fields, strict=True):
        with column:
            _field(field)
    _take_away(canvas)


def _take_away(canvas: Canvas) -> None:
    """The force fields of what the picture shows, as a file."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        extension = st.segmented_control(
            wording.FORCES_FORMAT,
            list(wording.FORCES_FORMATS),
            default=".svg",
            format_func=lambda one: wording.FORCES_FORMATS[one],
            required=True,
            key="forces_format",
        )
        with st.spinner(app_wording.MAKING):
            made = forces_file(*key_of(where.canvas_id() or "", canvas), extension, canvas)
        st.download_button(
            wording.FORCES_DOWNLOAD.format(format=wording.FORCES_FORMATS[extension]),
            made.data,
            file_name=file_name(canvas, f"-forces{extension}"),
            mime=SCENE_MIMES[extension],
            key="forces_download",
            on_click="ignore",
        )
    for note in made.notes:
        st.caption(plain(note))


def _field(field: ForceField) -> None:
    st.subheader(plain(field.layer.title), anchor=False)
    if not (field.resisting or field.helping):
        st.caption(wording.FORCES_NONE_HERE)
        return
    # Altair takes a second to import, for which pages without a chart need not wait.
    from iceberg.ui.findings.chart import MOST, force_chart

    says = wording.chart_says(field.layer.title, len(field.resisting), len(field.helping))
    st.altair_chart(force_chart(field, st.context.theme.type == "dark"), alt=says)
    if max(len(field.resisting), len(field.helping)) > MOST:
        st.caption(wording.STRONGEST.format(count=MOST))
    table(_rows(field), wording.FORCE_TABLE.format(title=field.layer.title))


def _rows(field: ForceField) -> list[dict[str, Cell]]:
    return [
        {
            wording.CARD: card.text,
            wording.EFFECT: picture_words.EFFECT_WORDS[card.force.effect],
            wording.STRENGTH: card.force.strength,
            wording.SHIFTABLE: wording.SHIFTABLES[card.force.shiftable],
        }
        for card in (*field.resisting, *field.helping)
        if card.force
    ]
