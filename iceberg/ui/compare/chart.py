"""What resists and what helps over the moments: a block a card, as high as its strength."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import altair as alt
import pandas as pd

from iceberg.compare import Moment, Pull, pulls
from iceberg.theme import EFFECT_COLOURS, INK, dark
from iceberg.ui.compare import wording
from iceberg.ui.plain import short
from iceberg.wording import EFFECT_SYMBOLS

_HEIGHT_PX: Final = 260
_NAME: Final = 20


def moments_chart(moments: Sequence[Moment], layer: str, on_dark: bool) -> alt.LayerChart:
    """One bar down and one up a moment, in the moments' order; blocks are parted by a gap.

    Which side is which is told by the way that a bar goes and by a symbol at its end.
    """
    names = [_label(n, moment) for n, moment in enumerate(moments)]
    rows = [
        _row(name, pull)
        for name, moment in zip(names, moments, strict=True)
        for pull in pulls((moment,))
        if pull.layer == layer
    ]
    axis = alt.Axis(labelAngle=0, labelLimit=120, title=None)
    at = alt.X("moment:N", sort=names, axis=axis, scale=alt.Scale(domain=names))
    base = alt.Chart(pd.DataFrame(rows)).encode(x=at)
    ink = dark(INK) if on_dark else INK
    drawn = {str(row["effect"]) for row in rows}
    ends = [_symbol(base, effect, ink) for effect in EFFECT_COLOURS if effect in drawn]
    chart = alt.layer(_blocks(base, on_dark), *ends)
    framed: alt.LayerChart = chart.configure_view(stroke=None).properties(height=_HEIGHT_PX)
    return framed


def _label(number: int, moment: Moment) -> str:
    """The name as it stands under its bars; numbered, so that two names may begin alike."""
    return f"{number + 1}. {short(moment.name, _NAME)}"


def _row(moment: str, pull: Pull) -> dict[str, str | float]:
    way = -1 if pull.effect == "resists" else 1
    return {
        "moment": moment,
        "effect": pull.effect,
        "pull": way * pull.strength,
        "card": pull.card,
        "symbol": EFFECT_SYMBOLS[pull.effect],
    }


def _blocks(base: alt.Chart, on_dark: bool) -> alt.Chart:
    colours = [dark(colour) if on_dark else colour for colour in EFFECT_COLOURS.values()]
    edge = "#0e1117" if on_dark else "#ffffff"
    blocks: alt.Chart = base.mark_bar(width=34, stroke=edge, strokeWidth=2, tooltip=None).encode(
        y=alt.Y(
            "pull:Q",
            stack="zero",
            title=wording.AXIS,
            axis=alt.Axis(labels=False, ticks=False, grid=False),
        ),
        order=alt.Order("card:O"),
        color=alt.Color(
            "effect:N",
            legend=None,
            scale=alt.Scale(domain=list(EFFECT_COLOURS), range=colours),
        ),
    )
    return blocks


def _symbol(base: alt.Chart, effect: str, ink: str) -> alt.Chart:
    """▼ under what resists or ▲ over what helps."""
    rows = base.transform_filter(alt.datum.effect == effect)
    ends = rows.transform_aggregate(end="sum(pull)", groupby=["moment", "symbol"])
    away = 10 if effect == "resists" else -10
    drawn: alt.Chart = ends.mark_text(fontSize=12, color=ink, tooltip=None, dy=away)
    return drawn.encode(y="end:Q", text="symbol:N")
