"""The workbook: a sheet for each kind of part, with a header row that stays in sight."""

from __future__ import annotations

import io
from itertools import chain

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as Named
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from iceberg.exporters.excel import styles
from iceberg.exporters.excel.beside import beside
from iceberg.exporters.excel.printing import inches_of, set_printing, width_of
from iceberg.exporters.excel.values import write_value
from iceberg.exporters.left_behind import left_behind
from iceberg.exporters.office import settled
from iceberg.exporters.parts import Exported, ExportOptions
from iceberg.exporters.story import Table, tell
from iceberg.exporters.story.figures import written
from iceberg.exporters.story.parts import Column, Row, Value
from iceberg.exporters.story.wording import DATA_TITLES
from iceberg.exporters.tones import Tones, tones
from iceberg.layout.text import wrap
from iceberg.model import Canvas
from iceberg.scene.shown import shown_part, told_assumptions
from iceberg.wording import counted, not_brought_back

TYPE_PT = 11.0
LINE_PT = 15.0
LINES_LIMIT = 27
"""A row is at most 409 pt high."""
_MM_PER_INCH = 25.4
_SLACK = 2.5
"""Millimetres beside the text of a cell, and for a font a little wider than ours."""
_HEAD_TYPE = Font(name="Calibri", family=2, scheme="minor", bold=True, color="FFFFFFFF")
_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)


def write(canvas: Canvas, options: ExportOptions) -> Exported:
    """The tables for people, all of them, also without a row; then what else the canvas holds."""
    carried = _carried(canvas, options)
    story = tell(canvas, layers=options.layers, whole=options.whole)
    book = Workbook()
    book.remove(book.worksheets[0])
    told = (
        (title, table.for_data())
        for name, title in DATA_TITLES.items()
        if (table := story.sections[name].data) is not None
    )
    for title, table in chain(told, beside(carried)):
        sheet = book.create_sheet(title)
        sheet.sheet_view.rightToLeft = story.from_right
        _fill(sheet, table, tones(canvas, options))
    out = io.BytesIO()
    book.save(out)
    data = settled(out.getvalue(), canvas, story, {styles.PART: styles.in_order})
    gone = _left(canvas, carried)
    return Exported(data, (not_brought_back(gone),) if gone else ())


def _carried(canvas: Canvas, options: ExportOptions) -> Canvas:
    """The part of the canvas that the workbook holds: all of it, or what its picture shows.

    What waits beside a picture, and what was said of earlier moments, goes with the whole alone:
    nobody has looked through it for what the picture leaves out.
    """
    shown = shown_part(canvas, options.layers, whole=options.whole)
    if len(shown.cards) == len(canvas.cards) and len(shown.layers) == len(canvas.layers):
        return canvas
    layers = {layer.id for layer in shown.layers}
    seen = tuple(layer for layer in canvas.view.layers if layer in layers)
    view = canvas.view.model_copy(update={"layers": seen, "left_out": ()})
    nothing = dict.fromkeys(("tray", "tray_links", "imports", "snapshots", "dismissed"), ())
    return shown.model_copy(
        update={"view": view, "assumptions": told_assumptions(shown), **nothing}
    )


def _left(canvas: Canvas, carried: Canvas) -> tuple[str, ...]:
    """What the canvas has and the workbook does not."""
    cards = len(canvas.cards) - len(carried.cards)
    beside = {"tray card": carried.tray, "import report": carried.imports}
    beside |= {"snapshot": carried.snapshots}
    gone = left_behind(canvas, (name for name, kept in beside.items() if not kept))
    return (*([counted(cards, "card")] if cards else []), *gone)


def _fill(sheet: Worksheet, table: Table, tones: Tones) -> None:
    head = PatternFill("solid", fgColor=f"FF{tones.ink[1:].upper()}")
    titles = tuple(column.title for column in table.columns)
    for number, values in enumerate((titles, *table.rows), start=1):
        for place, value in enumerate(values, start=1):
            cell = sheet.cell(number, place)
            write_value(cell, value)
            cell.alignment = _TOP
        sheet.row_dimensions[number].height = LINE_PT * _lines(table, values)
    for cell in sheet[1]:
        cell.fill, cell.font = head, _HEAD_TYPE
    for place, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width_of(column)
    sheet.freeze_panes = "A2"
    if table.rows:
        sheet.add_table(_named(sheet.title, len(titles), len(table.rows)))
    set_printing(sheet, table.columns, len(table.rows))


def _lines(table: Table, values: Row) -> int:
    """How many lines the fullest cell of a row takes; not every program finds that itself."""
    return min(max(map(_in_cell, table.columns, values)), LINES_LIMIT)


def _in_cell(column: Column, value: Value) -> int:
    room = inches_of(column) * _MM_PER_INCH - _SLACK
    text = written(value)[: LINES_LIMIT * column.width]
    return max(1, len(wrap(text, room, TYPE_PT)))


def _named(title: str, columns: int, rows: int) -> Named:
    """A table with a name, so that a screen reader knows its header row."""
    name = f"{title.replace(' ', '_')}_table"
    named = Named(displayName=name, ref=f"A1:{get_column_letter(columns)}{rows + 1}")
    named.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    return named
