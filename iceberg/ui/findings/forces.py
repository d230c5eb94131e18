"""What pulls which way: a force field for each iceberg, as a chart and as a table."""

from __future__ import annotations

import streamlit as st

from iceberg import wording as picture_words
from iceberg.analyses.forces import ForceField, force_fields
from iceberg.model import Canvas
from iceberg.ui.findings import wording
from iceberg.ui.findings.table import Cell, table
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
