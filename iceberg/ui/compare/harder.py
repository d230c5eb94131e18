"""Is it getting harder? One paragraph, and the forces of each iceberg over the moments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import streamlit as st

from iceberg.compare import Claim, LayerCount, Moment, is_it_getting_harder, layer_counts, pulls
from iceberg.model import Card, Layer
from iceberg.ui.compare import wording
from iceberg.ui.findings.table import Cell, table
from iceberg.ui.plain import plain


def harder(moments: Sequence[Moment]) -> None:
    """What can be said, and what cannot; then a chart and a table for each iceberg of now."""
    claims = is_it_getting_harder(moments)
    st.markdown("  \n".join(_lines(claims)))
    st.caption(wording.HARDER_LINE)
    layers = moments[-1].canvas.ordered_layers()
    for column, layer in zip(st.columns(len(layers), gap="large"), layers, strict=True):
        with column:
            _layer(moments, layer)


def _lines(claims: Sequence[Claim]) -> Iterator[str]:
    """One paragraph, with a new line for each iceberg."""
    for layer, some in groupby(claims, key=lambda claim: claim.layer):
        if layer is None:
            yield from (plain(claim.sentence) for claim in some)
        else:
            yield " ".join(plain(claim.sentence) for claim in some)


def _layer(moments: Sequence[Moment], layer: Layer) -> None:
    st.subheader(plain(layer.title), anchor=False)
    if not any(pull.layer == layer.id for pull in pulls(moments)):
        st.caption(wording.NO_SCORES)
        return
    # Altair takes a second to import, for which pages without a chart need not wait.
    from iceberg.ui.compare.chart import moments_chart

    alt = wording.CHART_ALT.format(title=layer.title, count=len(moments))
    on_dark = st.context.theme.type == "dark"
    st.altair_chart(moments_chart(moments, layer.id, on_dark), alt=alt)
    counts = [count for count in layer_counts(moments) if count.layer.id == layer.id]
    table([_row(count) for count in counts], wording.TABLE.format(title=layer.title))


def _row(count: LayerCount) -> dict[str, Cell]:
    return {
        wording.MOMENT: count.moment,
        wording.RESISTING: _strengths(count.resisting),
        wording.HELPING: _strengths(count.helping),
    }


def _strengths(cards: Sequence[Card]) -> str:
    """How many, and how strong each is: 3 (4, 4, 2)."""
    if not cards:
        return wording.NONE
    scores = ", ".join(str(card.force.strength) for card in cards if card.force)
    return f"{len(cards)} ({scores})"
