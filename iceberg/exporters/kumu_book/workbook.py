"""The two sheets that Kumu looks for: elements and connections, headings in the first row."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from iceberg.columns import BETWEEN
from iceberg.exporters.canvas_file import only_layers
from iceberg.exporters.data import Told, told_of_card, told_of_link
from iceberg.exporters.excel import styles
from iceberg.exporters.excel.values import write_value
from iceberg.exporters.left_behind import NEVER, left_behind
from iceberg.exporters.office import settled
from iceberg.exporters.parts import Exported, ExportOptions
from iceberg.exporters.story import tell
from iceberg.model import Canvas, Card, Link
from iceberg.wording import LEVEL_TITLES, not_carried, parted_tags

_TITLE: Final = "Kumu workbook"
_ELEMENTS: Final = ("ID", "Label", "Type", "Tags", "Description")
_CONNECTIONS: Final = ("ID", "From", "To", "Type", "Direction", "Description")
"""With ids in the first column Kumu tells equal labels apart; ends are named by ids then."""


def write(canvas: Canvas, options: ExportOptions) -> Exported:
    """The whole canvas, whatever its view shows; notes on what Kumu has no place for."""
    shown = only_layers(canvas, options.layers) if options.layers else canvas
    book = Workbook()
    book.remove(book.worksheets[0])
    _fill(book.create_sheet("Elements"), _ELEMENTS, [_element(card) for card in shown.cards])
    elements = {card.id for card in shown.cards}
    connections = [_connection(link, elements) for link in shown.links]
    _fill(book.create_sheet("Connections"), _CONNECTIONS, connections)
    out = io.BytesIO()
    book.save(out)
    mended = {styles.PART: styles.in_order}
    data = settled(out.getvalue(), shown, tell(shown, whole=True), mended)
    return Exported(data, tuple(_notes(shown)))


def _fill(sheet: Worksheet, columns: Sequence[str], rows: Sequence[Told]) -> None:
    """Kumu's own columns, then those of ours that any row has, as fields of the profile."""
    ours = dict.fromkeys(name for row in rows for name in row if name not in columns)
    headings = [*columns, *ours]
    first: Told = {name: name for name in headings}
    for number, told in enumerate([first, *rows], start=1):
        for place, name in enumerate(headings, start=1):
            write_value(sheet.cell(number, place), told.get(name))


def _element(card: Card) -> Told:
    told = _titled(told_of_card(card))
    return {"ID": card.id, "Type": LEVEL_TITLES[card.level], **told}


def _connection(link: Link, elements: set[str]) -> Told:
    told = _titled(told_of_link(link))
    # Ids are unique among elements and connections together; without one Kumu makes its own.
    own = {} if told.pop("Id") in elements else {"ID": link.id}
    # Kumu's causal loop maps keep the sign in the type.
    kind = told.pop("Sign", link.verb)
    ends: Told = {**own, "From": link.source, "To": link.target}
    return {**ends, "Type": kind, "Direction": "directed", **told}


def _titled(told: Told) -> Told:
    """What is told, under Kumu's headings."""
    return {"Description" if name == "note" else name.capitalize(): x for name, x in told.items()}


def _notes(canvas: Canvas) -> Iterable[str]:
    if gone := left_behind(canvas, NEVER):
        yield not_carried(_TITLE, gone)
    if parted := sum(BETWEEN in tag for card in canvas.cards for tag in card.tags):
        yield parted_tags(_TITLE, parted)
