"""Cards: a white box, a bar in the colour of its force, its text, its marks."""

from __future__ import annotations

from functools import lru_cache

from iceberg import theme
from iceberg.layout.faces import BAR_EM
from iceberg.layout.parts import MM_PER_PT, SYMBOL_EM, PlacedCard, Rect
from iceberg.layout.parts import Mark as PlacedMark
from iceberg.model import Card
from iceberg.scene.parts import CardDrawing, Mark, Paint, Path
from iceberg.scene.shapes import CURVE, box, command, mm, text
from iceberg.scene.symbols import SYMBOL_COLOURS, symbol

RADIUS_EM = 0.38
KEPT = 4096
"""Drawings of cards kept, as an edit leaves most of them as they were; about 20 MB at most."""


@lru_cache(maxsize=KEPT)
def draw_card(card: Card, placed: PlacedCard, spoken: str) -> CardDrawing:
    """The card as it stands on the page."""
    rect = placed.rect
    return CardDrawing(
        id=card.id,
        layer=card.layer,
        level=card.level,
        x=mm(rect.x),
        y=mm(rect.y),
        width=mm(rect.width),
        height=mm(rect.height),
        lines=tuple(line.text for line in placed.lines),
        font_pt=placed.font_pt,
        spoken=spoken,
        marks=(*_paper(card, placed), *_lines(placed), *_marks(placed)),
    )


def _paper(card: Card, placed: PlacedCard) -> tuple[Mark, ...]:
    em = placed.font_pt * MM_PER_PT
    rect, radius = placed.rect, RADIUS_EM * em
    paper = Paint(fill=theme.SHEET, stroke=theme.CARD_EDGE, stroke_width=0.2)
    colour = theme.EFFECT_COLOURS[card.force.effect] if card.force else theme.UNSCORED
    bar = BAR_EM * em if card.force else BAR_EM * em * 0.55
    return (
        box(rect.x, rect.y, rect.width, rect.height, radius, paper),
        _bar(rect, bar, radius, Paint(fill=colour)),
    )


def _bar(rect: Rect, width: float, radius: float, paint: Paint) -> Path:
    x, top, bottom, right = rect.x, rect.y, rect.bottom, rect.x + width
    reach = min(radius, width)
    bend = radius * (1 - CURVE)
    steps = (
        command("M", right, top),
        command("L", x + reach, top),
        command("C", x + bend, top, x, top + bend, x, top + radius),
        command("L", x, bottom - radius),
        command("C", x, bottom - bend, x + bend, bottom, x + reach, bottom),
        command("L", right, bottom),
        "Z",
    )
    return Path(" ".join(steps), paint)


def _lines(placed: PlacedCard) -> tuple[Mark, ...]:
    return tuple(
        text(
            line.text,
            line.x,
            line.y,
            placed.font_pt,
            theme.INK,
            anchor="end" if line.rtl else "start",
            rtl=line.rtl,
        )
        for line in placed.lines
    )


def _marks(placed: PlacedCard) -> tuple[Mark, ...]:
    return tuple(drawn for mark in placed.marks for drawn in _mark(mark, placed.marks_pt))


def _mark(mark: PlacedMark, size_pt: float) -> tuple[Mark, ...]:
    em = size_pt * MM_PER_PT
    if mark.kind == "reading" or mark.kind == "unsure":
        return (text(mark.text, mark.x, mark.y, size_pt, theme.QUIET_INK, bold=True),)
    step = SYMBOL_EM * em
    symbols = tuple(
        drawn
        for n in range(mark.count)
        for drawn in symbol(mark.kind, mark.x + n * step, mark.y, em)
    )
    if not mark.text:
        return symbols
    start = mark.x + mark.count * step
    colour = SYMBOL_COLOURS[mark.kind]
    return (*symbols, text(mark.text, start, mark.y, size_pt, colour, bold=True))
