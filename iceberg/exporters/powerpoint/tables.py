"""Tables on slides, on as many slides as they need."""

from __future__ import annotations

import math
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Mm, Pt

from iceberg import theme
from iceberg.exporters.story import Table
from iceberg.exporters.story.figures import written
from iceberg.exporters.story.parts import Row
from iceberg.exporters.svg import legal
from iceberg.exporters.tones import Tones
from iceberg.layout.parts import MM_PER_PT
from iceberg.layout.text import is_rtl

MARGIN: Final = 14.0
TOP: Final = 36.0
TYPE: Final = 15.0
"""Millimetres and points on A4."""
_PLAIN: Final = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""A table with thin black rules and no colour of the theme, as PowerPoint names it."""
_LETTER_EM: Final = 0.52
"""The width of a letter on average, with some air, so that a row is rather guessed too high."""
_LINE_EM: Final = 1.25
_PADDING: Final = 2.8


def on_slides(table: Table, width: float, height: float, scale: float) -> list[Table]:
    """The table cut so that each part fits a slide (mm); a row is never cut."""
    room = height - (TOP + MARGIN) * scale
    head = _height(tuple(column.title for column in table.columns), table, width, scale)
    slides: list[list[Row]] = []
    left = 0.0
    for row in table.rows:
        needed = _height(row, table, width, scale)
        if not slides or needed > left:
            slides.append([])
            left = room - head
        slides[-1].append(row)
        left -= needed
    return [Table(table.columns, tuple(rows)) for rows in slides]


def _widths(table: Table, width: float, scale: float) -> list[float]:
    return [(width - 2 * MARGIN * scale) * share for share in table.shares()]


def _height(row: Row, table: Table, width: float, scale: float) -> float:
    em = TYPE * scale * MM_PER_PT
    lines = 1
    for value, room in zip(row, _widths(table, width, scale), strict=True):
        letters = max(int((room - 2 * _PADDING * 2) / (_LETTER_EM * em)), 1)
        parts = written(value).split("\n")
        lines = max(lines, sum(max(math.ceil(len(part) / letters), 1) for part in parts))
    return lines * _LINE_EM * em + _PADDING


def add_table(
    slide: Any, table: Table, width: float, scale: float, spoken: str, tones: Tones
) -> Any:
    """The table under the slide's title, with a header row that a screen reader knows."""
    widths = _widths(table, width, scale)
    place = (Mm(MARGIN * scale), Mm(TOP * scale), Mm(sum(widths)), Mm(10 * scale))
    frame = slide.shapes.add_table(len(table.rows) + 1, len(table.columns), *place)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", legal(spoken))
    frame.table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    for column, room in zip(frame.table.columns, widths, strict=True):
        column.width = Mm(room)
    head, *body = frame.table.rows
    for cell, column in zip(head.cells, table.columns, strict=True):
        _fill(cell, column.title, scale)
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(tones.ink)
        for paragraph in cell.text_frame.paragraphs:
            paragraph.font.bold, paragraph.font.color.rgb = True, rgb(theme.SHEET)
    for cells, values in zip(body, table.rows, strict=True):
        for cell, value in zip(cells.cells, values, strict=True):
            _fill(cell, written(value), scale)
    return frame.table


def run_from_right(table: Any) -> None:
    """Its first column stands on the right."""
    table._tbl.tblPr.set("rtl", "1")


def rgb(colour: str) -> RGBColor:
    """A ``#rrggbb`` colour as the library wants it."""
    made: RGBColor = RGBColor.from_string(colour[1:].upper())  # type: ignore[no-untyped-call]
    return made


def _fill(cell: Any, content: str, scale: float) -> None:
    cell.text_frame.text = legal(content)
    for paragraph in cell.text_frame.paragraphs:
        paragraph.font.size = Pt(TYPE * scale)
        if is_rtl(content):
            way = paragraph._p.get_or_add_pPr()
            way.set("algn", "r")
            way.set("rtl", "1")
