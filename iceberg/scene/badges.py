"""Badges: a white pill on a link with its sign, or its verb."""

from __future__ import annotations

from iceberg import theme
from iceberg.layout.text import line_width
from iceberg.scene.parts import Mark, Paint
from iceberg.scene.shapes import box, text


def badge_marks(
    words: str, x: float, y: float, width: float, height: float, colour: str | None
) -> tuple[Mark, ...]:
    """A white pill that fills the rectangle, with the words in it."""
    inset = 0.11
    edge = Paint(fill=theme.SHEET, stroke=colour, stroke_width=2 * inset)
    wide, tall = width - 2 * inset, height - 2 * inset
    pill = box(x + inset, y + inset, wide, tall, min(wide, tall) / 2, edge)
    ink = colour or theme.LINK
    return (pill, _badge_words(words, x + width / 2, y + height / 2, width, height, ink))


def _badge_words(words: str, x: float, y: float, width: float, height: float, colour: str) -> Mark:
    sign = len(words) == 1
    size_mm = height * (0.95 if sign else 0.66)
    size = size_mm * 72 / 25.4
    room = width - 0.4 * height
    size *= min(1.0, room / line_width(words, size, bold=True))
    baseline = y + (0.33 if sign else 0.24) * size * 25.4 / 72
    return text(words, x, baseline, round(size, 2), colour, bold=True, anchor="middle")
