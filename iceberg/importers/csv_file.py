"""Cards and links from CSV, in whatever encoding and with whatever delimiter it was saved."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Final

from iceberg.importers.fields import fields_of
from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.limits import MAP_COLUMNS
from iceberg.importers.maps import Map
from iceberg.importers.refusing import refused
from iceberg.importers.tables import Tables

_DELIMITERS: Final = ",;\t|"
_LINES: Final = 20
_SAMPLE: Final = 4_000
"""Characters that the sniffer looks at: its patterns take the square of their time."""


def read(file: MapFile) -> Map:
    """One table with a row a card and a row a link, or either alone."""
    text, delimiter = _told(file.text) or (file.text, _delimiter(file.text))
    tables = Tables()
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    try:
        tables.add((row[:MAP_COLUMNS] for row in rows), file.name)
    except csv.Error as error:
        what = f"this is not CSV: {error}."
        raise refused(what, "Check its quotation marks.", f"line {rows.line_num}") from None
    found = tables.map()
    return replace(found, remarks=(*file.remarks, *found.remarks))


def _fits(file: MapFile) -> bool:
    head = file.text[:_SAMPLE].strip().splitlines()
    if not head or head[0].lstrip().startswith(("{", "[", "<", "#")):
        return False
    known = [field for field in fields_of(_cells(head[0], _delimiter(head[0]))) if field]
    return len(known) > 1 or ("text" in known and file.is_called(*FORMAT.extensions))


def _told(text: str) -> tuple[str, str] | None:
    """The rest of the text and the delimiter where Excel's first line (``sep=;``) tells it."""
    first, _, rest = text.partition("\n")
    line = first.strip()
    return (rest, line[4]) if len(line) == 5 and line.lower().startswith("sep=") else None


def _delimiter(text: str) -> str:
    """What makes the most of one line's cells headings; the sniffer's guess if none does."""
    lines = text[:_SAMPLE].lstrip().splitlines()[:_LINES] or [""]
    known = {mark: max(_known(line, mark) for line in lines) for mark in _DELIMITERS}
    best = max(known, key=lambda mark: (known[mark], lines[0].count(mark)))
    return best if known[best] > 1 else _sniffed(text[:_SAMPLE])


def _known(line: str, mark: str) -> int:
    return sum(map(bool, fields_of(_cells(line, mark))))


def _sniffed(sample: str) -> str:
    try:
        return csv.Sniffer().sniff(sample, _DELIMITERS).delimiter
    except csv.Error:
        return ","


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


FORMAT: Final = MapFormat("csv", "CSV table", (".csv", ".tsv", ".tab"), _fits, read, loose=True)
