"""The edges of a blank sheet: what the canvas says, and lines to write on for what it does not."""

from __future__ import annotations

from collections.abc import Iterator

from iceberg import theme, wording
from iceberg.layout.parts import MM_PER_PT
from iceberg.model import EFFECTS, Canvas
from iceberg.scene.flow import Item, Piece, draw_row, in_rows, space, words
from iceberg.scene.header import draw_header
from iceberg.scene.legend import effect_item
from iceberg.scene.parts import Mark, Paint
from iceberg.scene.shapes import mm, polyline
from iceberg.theme import Sizes

WRITING_HEIGHT = 6.5
"""What a line to write on takes of the page's height, in mm on A4: handwriting."""
QUESTION_LENGTH, PLACE_LENGTH, DATE_LENGTH = 200.0, 62.0, 36.0
"""How long the lines to write on are, in mm on A4."""


def draw_sheet_header(canvas: Canvas, sizes: Sizes) -> tuple[tuple[Mark, ...], float]:
    """The title, question and place, and the y (mm) under which the picture may begin."""
    marks, y = draw_header(canvas, sizes)
    if canvas.question:
        return marks, y
    item = _to_write(wording.SHEET_QUESTION, QUESTION_LENGTH, sizes.subtitle, sizes)
    lower = y + WRITING_HEIGHT * _growth(sizes)
    return (*marks, *_set((item,), lower - 2.6 * sizes.scale, sizes)[0]), lower


def draw_sheet_footer(canvas: Canvas, sizes: Sizes) -> tuple[tuple[Mark, ...], float]:
    """Place, date and how to mark a note, and the y (mm) above which the picture must end."""
    items = tuple(_footer_items(canvas, sizes))
    return _set(items, sizes.height - 0.62 * sizes.edge, sizes)


def _set(items: tuple[Item, ...], y: float, sizes: Sizes) -> tuple[tuple[Mark, ...], float]:
    """Items in rows of which the last stands on y, and the y above the first."""
    rows = in_rows(items, sizes.width - 2 * sizes.edge, 5.0 * _growth(sizes))
    step = WRITING_HEIGHT * _growth(sizes)
    first = y - step * (len(rows) - 1)
    marks = (draw_row(row, sizes.edge, first + n * step) for n, row in enumerate(rows))
    return tuple(mark for row in marks for mark in row), first - step


def _footer_items(canvas: Canvas, sizes: Sizes) -> Iterator[Item]:
    if not canvas.place:
        yield _to_write(wording.SHEET_PLACE, PLACE_LENGTH, sizes.footer, sizes)
    yield _to_write(wording.SHEET_DATE, DATE_LENGTH, sizes.footer, sizes)
    yield (words(wording.SHEET_MARK, sizes.footer, theme.INK),)
    yield from (effect_item(effect, sizes) for effect in EFFECTS)
    yield (words(wording.SHEET_ARROWS, sizes.footer, theme.INK),)


def _to_write(label: str, length: float, size: float, sizes: Sizes) -> Item:
    """A label and a line of ``length`` mm on A4 to write on."""
    stroke = Paint(stroke=theme.QUIET_INK, stroke_width=mm(0.2 * sizes.scale))
    width = length * _growth(sizes)

    def draw(x: float, y: float) -> tuple[Mark, ...]:
        return (polyline(((x, y), (x + width, y)), stroke),)

    return (
        words(label, size, theme.QUIET_INK),
        space(0.4 * size * MM_PER_PT),
        Piece(width, draw),
    )


def _growth(sizes: Sizes) -> float:
    """How much larger the edges are than on A4."""
    return sizes.scale / theme.BOLDER
