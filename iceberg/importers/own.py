"""What comes from this program itself: canvas files, and its workbooks."""

from __future__ import annotations

from typing import Final

from iceberg.catalog import Catalog
from iceberg.importers.building import Imported
from iceberg.importers.canvas_file import read_canvas
from iceberg.importers.files import MapFile
from iceberg.importers.own_book import TITLE, is_book, read_book
from iceberg.importers.report import Report
from iceberg.importers.zips import MAGIC
from iceberg.model import Canvas

OWN: Final = "Canvas file"
_NOTE: Final = "import"


def is_own(file: MapFile) -> bool:
    """Whether a file is a canvas of this program, as JSON or as a workbook."""
    return _is_canvas(file) or is_book(file)


def read_own(file: MapFile, catalog: Catalog) -> Imported:
    """The canvas in such a file, and the report. Raises `BadInputError` for what is wrong."""
    if is_book(file):
        return read_book(file, catalog)
    canvas = read_canvas(file.data, catalog)
    used = {card.layer for card in canvas.cards}
    return Imported(canvas, Report(file.name, OWN, len(canvas.cards), len(canvas.links), len(used)))


def open_own(name: str, data: bytes, catalog: Catalog) -> Canvas:
    """The canvas in such a file; where anything was left out of it, the report is on it.

    What is no file of ours is refused as a canvas file. Raises `BadInputError`.
    """
    if data.startswith(MAGIC):
        file = MapFile(name, data)
        if is_book(file):
            return noted(read_book(file, catalog))
    return read_canvas(data, catalog)


def noted(imported: Imported) -> Canvas:
    """The canvas with the report on it, unless it is as its file has it."""
    canvas, report = imported.canvas, imported.report
    if report.format in (OWN, TITLE) and not report.remarks:
        return canvas
    taken = {note.id for note in canvas.imports}
    note_id = next(one for n in range(len(taken) + 1) if (one := _id(n)) not in taken)
    return canvas.model_copy(update={"imports": (*canvas.imports, report.note(note_id))})


def _id(number: int) -> str:
    return f"{_NOTE}-{number + 1}" if number else _NOTE


def _is_canvas(file: MapFile) -> bool:
    found = file.json_or_none
    return isinstance(found, dict) and "schema" in found and "layers" in found
