"""Tables with a header row that a screen reader knows and every page repeats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT, WD_TABLE_DIRECTION
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm
from docx.table import Table, _Cell, _Row

from iceberg.exporters.story import Table as Rows
from iceberg.exporters.story.figures import written
from iceberg.exporters.story.parts import Value
from iceberg.exporters.svg import legal
from iceberg.exporters.tones import Tones
from iceberg.exporters.word.setup import MARGIN, SHORT_SIDE, TABLE_TEXT, TABLE_TEXT_ID
from iceberg.exporters.word.text import add_text

_ACROSS: Final = 84
"""Letters of 11 pt on a line across the page."""


def add_table(
    document: Document, rows: Rows, title: str, tones: Tones, *, from_right: bool = False
) -> None:
    """The rows under a repeated header row, as wide as the page's text.

    In a document from the right the first column stands on the right.
    """
    table = document.add_table(rows=1 + len(rows.rows), cols=len(rows.columns))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    if from_right:
        table.table_direction = WD_TABLE_DIRECTION.RTL
    _dress(table, title, tones)
    widths = [(SHORT_SIDE - 2 * MARGIN) * share for share in rows.shares(_ACROSS)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    head, *body = table.rows
    _fill(head, [column.title for column in rows.columns], widths, head=tones.head)
    for row, values in zip(body, rows.rows, strict=True):
        _fill(row, values, widths)
    document.add_paragraph(style=TABLE_TEXT)


def _fill(
    row: _Row, values: Sequence[Value], widths: list[float], *, head: str | None = None
) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, value, width in zip(row.cells, values, widths, strict=True):
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        # By its id: looking the name up for every cell takes longer than all else in a table.
        paragraph._p.style = TABLE_TEXT_ID
        add_text(paragraph, written(value), bold=head is not None)
        if head:
            paragraph.paragraph_format.keep_with_next = True
            _shade(cell, head)


def _shade(cell: _Cell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour[1:].upper())):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _dress(table: Table, title: str, tones: Tones) -> None:
    """Thin rules, and a name for those who hear the table."""
    rules = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        rule = OxmlElement(f"w:{side}")
        for name, value in (
            ("val", "single"),
            ("sz", "4"),
            ("space", "0"),
            ("color", tones.rule[1:].upper()),
        ):
            rule.set(qn(f"w:{name}"), value)
        rules.append(rule)
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), legal(title))
    properties = table._tbl.tblPr
    layout, look = properties.find(qn("w:tblLayout")), properties.find(qn("w:tblLook"))
    if layout is not None and look is not None:
        # The schema wants the rules before the layout and the name after the look.
        layout.addprevious(rules)
        look.addnext(caption)
