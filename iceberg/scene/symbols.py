"""The symbols of cards and legend as paths: not every font has a flag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from iceberg import theme
from iceberg.scene.parts import Mark, Paint
from iceberg.scene.shapes import circle, polygon, polyline

Symbol = Literal["resists", "helps", "votes", "assumption"]


def _down(x: float, y: float, em: float, colour: str) -> tuple[Mark, ...]:
    points = ((x, y - 0.6 * em), (x + 0.74 * em, y - 0.6 * em), (x + 0.37 * em, y))
    return (polygon(points, Paint(fill=colour)),)


def _up(x: float, y: float, em: float, colour: str) -> tuple[Mark, ...]:
    points = ((x, y), (x + 0.74 * em, y), (x + 0.37 * em, y - 0.6 * em))
    return (polygon(points, Paint(fill=colour)),)


def _dot(x: float, y: float, em: float, colour: str) -> tuple[Mark, ...]:
    return (circle(x + 0.36 * em, y - 0.3 * em, 0.34 * em, Paint(fill=colour)),)


def _flag(x: float, y: float, em: float, colour: str) -> tuple[Mark, ...]:
    pole = polyline(
        ((x + 0.12 * em, y - 0.74 * em), (x + 0.12 * em, y + 0.06 * em)),
        Paint(stroke=colour, stroke_width=round(0.11 * em, 3)),
    )
    cloth = (
        (x + 0.12 * em, y - 0.74 * em),
        (x + 0.74 * em, y - 0.74 * em),
        (x + 0.56 * em, y - 0.52 * em),
        (x + 0.74 * em, y - 0.3 * em),
        (x + 0.12 * em, y - 0.3 * em),
    )
    return (pole, polygon(cloth, Paint(fill=colour)))


_DRAWN: dict[Symbol, Callable[[float, float, float, str], tuple[Mark, ...]]] = {
    "resists": _down,
    "helps": _up,
    "votes": _dot,
    "assumption": _flag,
}
SYMBOL_COLOURS: dict[Symbol, str] = {
    "resists": theme.RESISTS,
    "helps": theme.HELPS,
    "votes": theme.QUIET_INK,
    "assumption": theme.ASSUMPTION,
}


def symbol(kind: Symbol, x: float, y: float, em: float) -> tuple[Mark, ...]:
    """A symbol in its colour, starting at x on the baseline y; ``em`` in mm is the type's size."""
    return _DRAWN[kind](x, y, em, SYMBOL_COLOURS[kind])
