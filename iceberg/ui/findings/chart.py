"""A force field as a chart: strength as the length of a bar, "can we shift it?" beside it."""

from __future__ import annotations

from typing import Final

import altair as alt
import pandas as pd

from iceberg.analyses.forces import ForceField
from iceberg.model import Force
from iceberg.theme import EFFECT_COLOURS, INK, dark
from iceberg.ui.findings import wording
from iceberg.ui.plain import short
from iceberg.wording import EFFECT_SYMBOLS, SPOKEN_SHIFTABLE

MOST: Final = 12
"""Cards that a chart shows each way."""
_ROW_PX: Final = 46
_NAME: Final = 46
"""Characters of a card's words that the width of a phone has room for."""
_BESIDE: Final = 0.12
"""How far from the middle line the words beside a bar stand, in units of strength."""


def force_chart(field: ForceField, on_dark: bool) -> alt.LayerChart:
    """Bars to the left for what resists and to the right for what helps, the strongest first.

    After Lewin's force field (Field theory in social science, 1951), turned on its side. The words
    beside a bar say whether we can shift it; nothing is told by colour alone.
    """
    cards = (*field.resisting[:MOST], *field.helping[:MOST])
    rows = [_row(card.text, card.force) for card in cards if card.force]
    base = alt.Chart(pd.DataFrame(rows).assign(place=range(len(rows))))
    base = base.encode(y=alt.Y("place:O", axis=None))
    ink = dark(INK) if on_dark else INK
    chart = alt.layer(_bars(base, on_dark), _names(base, ink), *_beside(base, ink))
    framed: alt.LayerChart = chart.configure_view(stroke=None)
    framed.height = _ROW_PX * len(rows)
    return framed


def _row(text: str, force: Force) -> dict[str, str | float]:
    way = -1 if force.effect == "resists" else 1
    shift = SPOKEN_SHIFTABLE[force.shiftable] if force.shiftable else wording.NOT_ASKED
    return {
        "name": f"{EFFECT_SYMBOLS[force.effect]} {short(text, _NAME)}",
        "effect": force.effect,
        "pull": way * force.strength,
        "beside": -way * _BESIDE,
        "says": f"{force.strength} · {shift}",
    }


def _bars(base: alt.Chart, on_dark: bool) -> alt.Chart:
    colours = [dark(colour) if on_dark else colour for colour in EFFECT_COLOURS.values()]
    bars: alt.Chart = base.mark_bar(size=14, yOffset=9, tooltip=None).encode(
        x=alt.X(
            "pull:Q",
            axis=alt.Axis(values=list(range(-5, 6)), labelExpr="abs(datum.value)"),
            title=wording.STRENGTH_AXIS,
            scale=alt.Scale(domain=[-5, 5]),
        ),
        color=alt.Color(
            "effect:N",
            legend=None,
            scale=alt.Scale(domain=list(EFFECT_COLOURS), range=colours),
        ),
    )
    return bars


def _names(base: alt.Chart, ink: str) -> alt.Chart:
    words = base.mark_text(dy=-9, fontSize=13, fontWeight=600, color=ink, tooltip=None)
    names: alt.Chart = words.encode(x=alt.datum(0), text="name:N")
    return names


def _beside(base: alt.Chart, ink: str) -> tuple[alt.Chart, alt.Chart]:
    """The words at the free side of the middle line: to the right of bars to the left."""
    right = base.mark_text(dy=9, align="left", fontSize=12, color=ink, tooltip=None)
    left = base.mark_text(dy=9, align="right", fontSize=12, color=ink, tooltip=None)
    right = right.transform_filter("datum.beside > 0")
    left = left.transform_filter("datum.beside < 0")
    return right.encode(x="beside:Q", text="says:N"), left.encode(x="beside:Q", text="says:N")
