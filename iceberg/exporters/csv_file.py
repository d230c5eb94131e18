"""One table with a row a card and a row a link; `iceberg.importers` reads it back without loss."""

from __future__ import annotations

import csv
import io
from typing import Final

from iceberg.columns import COLUMNS, spelled
from iceberg.exporters.data import Told, data_format, told_of_card, told_of_link
from iceberg.exporters.left_behind import NEVER, TRAY
from iceberg.model import Canvas, Card, TrayCard

_MARK: Final = "\ufeff"
"""Without it Excel takes the file for another encoding than UTF-8."""
_TEXT_OF: Final = {"Text": "label"}


def _text(canvas: Canvas) -> str:
    written = io.StringIO(newline="")
    table = csv.writer(written)
    cards: tuple[Card | TrayCard, ...] = (*canvas.cards, *canvas.tray)
    table.writerow(COLUMNS)
    table.writerows(_row({"id": card.id, **told_of_card(card)}) for card in cards)
    for link in (*canvas.links, *canvas.tray_links):
        table.writerow(_row({**told_of_link(link), "from": link.source, "to": link.target}))
    return _MARK + written.getvalue()


def _row(told: Told) -> list[str]:
    values = (told.get(_TEXT_OF.get(column, column.lower()), "") for column in COLUMNS)
    return [spelled(value) if isinstance(value, str) else repr(value) for value in values]


FORMAT: Final = data_format(
    ".csv", "text/csv", "Table (CSV)", _text, leaves=(NEVER - TRAY) | {"title"}
)
