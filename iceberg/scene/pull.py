"""One card in a force field: its words, a bar as long as its strength, and can we shift it?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iceberg.layout.parts import MM_PER_PT, Rect
from iceberg.layout.text import line_width, wrap
from iceberg.model import Card, Force
from iceberg.scene import wording
from iceberg.scene.parts import Mark, Paint
from iceberg.scene.shapes import box, text
from iceberg.scene.symbols import symbol
from iceberg.theme import EFFECT_COLOURS, INK
from iceberg.wording import SPOKEN_SHIFTABLE

_STRONGEST: Final = 5
_NAME, _SAYS, _BAR = 0.31, 0.27, 0.32
"""Type of the words above and beside a bar and its thickness, as shares of the row's height."""


def shift_words(force: Force) -> str:
    """Whether we can shift it, or that nobody has said so yet."""
    return SPOKEN_SHIFTABLE[force.shiftable] if force.shiftable else wording.FORCE_NOT_ASKED


def draw_pull(card: Card, row: Rect) -> Iterator[Mark]:
    """A scored card in its row; one without a score draws nothing.

    Words above the middle line, the bar on its own side of it, strength and "can we shift it?" on
    the free side.
    """
    if card.force:
        yield from _name(card, card.force, row)
        yield _bar(card.force, row)
        yield _says(card.force, row)


def _name(card: Card, force: Force, row: Rect) -> Iterator[Mark]:
    em = _NAME * row.height
    size, step = em / MM_PER_PT, 0.95 * em
    (line, *_) = wrap(" ".join(card.text.split()), row.width - step, size, bold=True, max_lines=1)
    start = row.x + (row.width - step - line_width(line, size, bold=True)) / 2
    baseline = row.y + 0.38 * row.height
    yield from symbol(force.effect, start, baseline, em)
    yield text(line, start + step, baseline, size, INK, bold=True)


def _bar(force: Force, row: Rect) -> Mark:
    length = force.strength / _STRONGEST * (row.width / 2)
    middle = row.x + row.width / 2
    x = middle - length if force.effect == "resists" else middle
    height = _BAR * row.height
    fill = Paint(fill=EFFECT_COLOURS[force.effect])
    return box(x, row.y + 0.52 * row.height, length, height, 0, fill)


def _says(force: Force, row: Rect) -> Mark:
    size, resists = _SAYS * row.height / MM_PER_PT, force.effect == "resists"
    side = 1 if resists else -1
    x = row.x + row.width / 2 + side * 0.15 * row.height
    said = f"{force.strength} · {shift_words(force)}"
    baseline = row.y + 0.77 * row.height
    return text(said, x, baseline, size, INK, anchor="start" if resists else "end")
