"""Cards and links from an Excel workbook, sheet by sheet, as Kumu, PRSM and people make them."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import openpyxl

from iceberg.errors import BadInputError
from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.hardened_xml import has_long_tag
from iceberg.importers.limits import MAP_CELLS, MAP_COLUMNS, MAP_ROWS, ZIP_XML_BYTES
from iceberg.importers.maps import Map, Remark
from iceberg.importers.refusing import refused
from iceberg.importers.tables import Tables
from iceberg.importers.zips import MAGIC, contents, opened_zip

_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_IGNORE: Final = "(ignore)"
_CARDS: Final = frozenset({"cards", "elements", "factors", "nodes"})
_LINKS: Final = frozenset({"links", "connections", "edges"})
_BESIDE: Final = {"xl/media/": "drawing", "xl/charts/": "drawing", "xl/comments": "drawing"}
_ENTITIES: Final = (b"<!DOCTYPE", b"<!ENTITY")
_OTHER_OFFICE: Final = ("word/", "ppt/", "content.xml")
_BY_PIECES: Final = ("xl/worksheets/", "xl/sharedStrings")
"""Parts that are not read as a whole."""
_ESCAPE: Final = re.compile("_x(005F|000[9AD])_")
"""Characters as workbooks spell them (ECMA-376, part 1, 22.9.2.19); the library leaves them."""


def read(file: MapFile) -> Map:
    """The sheets of a workbook as one map; those called “… (ignore)” are left out, as in Kumu.

    Where a sheet is called Cards, Elements, Factors or Nodes, only it and that of the links count.
    """
    if file.data.startswith(_OLD_EXCEL):
        raise refused("The file is in Office's old format.", "Save it as .xlsx and choose that.")
    archive = opened_zip(file.data)
    if not any(part.startswith("xl/") for part in archive.namelist()):
        raise _no_workbook(archive)
    tables = Tables(remarks=list(looked_through(archive)))
    book_title, sheets = sheets_of(file.data)
    named = any(_plain(title) in _CARDS for title, _ in sheets)
    for title, rows in sheets:
        if _plain(title).endswith(_IGNORE) or (named and _plain(title) not in _CARDS | _LINKS):
            tables.remarks.append(Remark("sheet", title))
        else:
            tables.add((cells_of(row, title, tables.remarks) for row in rows), title)
    return tables.map(book_title)


def _no_workbook(archive: zipfile.ZipFile) -> BadInputError:
    if any(part.startswith(_OTHER_OFFICE) for part in archive.namelist()):
        mend = "Copy the list or the table in it into a workbook, and choose that."
        return refused("The file is a document, not a workbook.", mend)
    return refused("The file is an archive, not a workbook.", "Choose the .xlsx in it.")


def looked_through(archive: zipfile.ZipFile) -> Iterator[Remark]:
    """Remarks on what a workbook has besides values; refuses XML with entities of its own.

    So it does more values than will be read: counting them takes a hundredth of the time.
    """
    values = 0
    for name, content in contents(archive):
        if name.endswith((".xml", ".rels")):
            _check_xml(name, content)
        if name.endswith("vbaProject.bin"):
            yield Remark("macro", name)
        if name.startswith("xl/worksheets/") and (b"<f>" in content or b"<f " in content):
            yield Remark("formula", name.rsplit("/", 1)[-1])
        if name.startswith("xl/worksheets/"):
            values += content.count(b"<v>") + content.count(b"<is>")
            if values > MAP_CELLS:
                raise _too_many_cells()
        if any(name.startswith(folder) for folder in _BESIDE):
            yield Remark("drawing", name.rsplit("/", 1)[-1])


def _check_xml(name: str, content: bytes) -> None:
    if any(mark in content for mark in _ENTITIES):
        raise refused("The workbook has XML entities.", "Save it anew in Excel.", name)
    is_whole = not name.startswith(_BY_PIECES)
    if has_long_tag(content) or (is_whole and len(content) > ZIP_XML_BYTES):
        what = "this part of the workbook is far larger than in any table."
        raise refused(what, "Copy the table into a new workbook and choose that.", name)


def sheets_of(data: bytes) -> tuple[str, list[tuple[str, list[Sequence[Any]]]]]:
    """The workbook's own title, and its sheets by their names. Raises `BadInputError`."""
    with warnings.catch_warnings():
        # It warns of styles and validations that it does not read; we do not either.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
            room = Room()
            rows = [(str(sheet.title), _rows(sheet, room)) for sheet in book.worksheets]
            return str(book.properties.title or ""), rows
        except BadInputError:
            raise
        except Exception:  # openpyxl raises whatever its parser meets in a mangled file.
            what = "The workbook is broken, so that its sheets cannot be read."
            raise refused(what, "Open it in Excel and save it anew.") from None


@dataclass
class Room:
    """How many cells of a workbook may still be read; a row without any takes one's place."""

    left: int = MAP_CELLS

    def take(self, row: Sequence[Any]) -> Sequence[Any]:
        """The same row. Raises `BadInputError` where it is one too many."""
        self.left -= 1 + len(row) - row.count(None)
        if self.left < 0:
            raise _too_many_cells()
        return row


def _too_many_cells() -> BadInputError:
    what = f"The sheets have more than {MAP_CELLS:,} cells, more than a canvas can hold."
    return refused(what, "Take a part of them.")


def _rows(sheet: Any, room: Room) -> list[Sequence[Any]]:
    rows = sheet.iter_rows(max_row=MAP_ROWS + 1, max_col=MAP_COLUMNS, values_only=True)
    return [room.take(row) for row in rows]


def _plain(title: str) -> str:
    return title.casefold().strip()


def cells_of(row: Sequence[Any], title: str, remarks: list[Remark]) -> list[str]:
    """The cells of a row as text, without empty ones at its end; dates are remarked upon."""
    cells = [as_text(value) for value in row]
    dates = [one for one, value in zip(cells, row, strict=True) if isinstance(value, dt.date)]
    remarks += [Remark("date", f"{title}: {date}") for date in dates]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def as_text(value: Any) -> str:
    """What a cell holds, as text."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.date() | dt.time():
            return value.isoformat()
        case str():
            return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), value)
        case _:
            return str(value)


def _fits(file: MapFile) -> bool:
    return file.data.startswith((MAGIC, _OLD_EXCEL))


FORMAT: Final = MapFormat("xlsx", "Excel workbook", (".xlsx", ".xlsm", ".xls"), _fits, read)
