"""From the sheets of a workbook of ours to the canvas."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError

from iceberg.book import CANVAS, DETAILS, SHEETS
from iceberg.catalog import Catalog
from iceberg.errors import BadInputError, Problem
from iceberg.importers import wording
from iceberg.importers.building import Imported, to_canvas
from iceberg.importers.files import MapFile
from iceberg.importers.layering import layered
from iceberg.importers.limits import MAP_ROWS
from iceberg.importers.maps import Map, Remark
from iceberg.importers.own_book.cells import Row, details, rows_of
from iceberg.importers.own_book.drawn import Sheet, map_of
from iceberg.importers.own_book.parts import Parts
from iceberg.importers.placing import Placement
from iceberg.importers.refusing import refused
from iceberg.importers.xlsx import looked_through, sheets_of
from iceberg.importers.zips import BROKEN, MAGIC, opened_zip
from iceberg.model import Canvas, Layer, problems_of

TITLE: Final = "Workbook of this program"
_BOOK: Final = "xl/workbook.xml"
_BOOK_LIMIT: Final = 1_000_000
"""Bytes of the list of sheets; ours has some thousand."""
_NEEDED: Final = frozenset({"Cards", "Links", CANVAS, "Layers"})
_NAME: Final = re.compile(r"<(?:\w+:)?sheet\b[^>]*?\bname=[\"']([^\"'<>]{1,31})[\"']")


def is_book(file: MapFile) -> bool:
    """Whether a file is a workbook of this program: it has the sheets that only ours have."""
    if not file.data.startswith(MAGIC):
        return False
    try:
        archive = opened_zip(file.data)
        if archive.getinfo(_BOOK).file_size > _BOOK_LIMIT:
            return False
        listed = archive.read(_BOOK).decode("utf-8", "replace")
    except (BadInputError, *BROKEN):
        return False
    return set(_NAME.findall(listed)) >= _NEEDED


def read_book(file: MapFile, catalog: Catalog) -> Imported:
    """The canvas in a workbook of ours, and a report on what somebody has changed in it.

    Cards and links are read as from any table, all else by the columns of `iceberg.book`. What
    hangs on cards that are gone is left out. Raises `BadInputError` that names sheet and row.
    """
    looked = tuple(looked_through(opened_zip(file.data)))
    sheets = dict(sheets_of(file.data)[1])
    _check(sheets)
    parts = Parts({title: tuple(rows_of(title, sheets.get(title, ()))) for title in _others()})
    told, unknown = details(rows_of(CANVAS, sheets.get(CANVAS, ())), DETAILS)
    known = tuple(_layers(parts))
    source, layers = layered(map_of(sheets, known), known, catalog.layers)
    made = to_canvas(source, _placements(source), layers, name=file.name, format_title=TITLE)
    rest = parts.beside(made.canvas)
    if "logo" in rest:
        told.setdefault("cover", {})["logo"] = rest.pop("logo")
    canvas = _whole(made.canvas, {**rest, **told}, parts)
    others = (Remark("other", f"{CANVAS}: {name}") for name in unknown)
    remarks = (*looked, *made.report.remarks, *parts.remarks, *others)
    # Where a card stands is what the file says, which needs no reason.
    return Imported(canvas, replace(made.report, remarks=remarks, placed=()))


def _check(sheets: Mapping[str, Sheet]) -> None:
    for title, rows in sheets.items():
        if len(rows) > MAP_ROWS:
            what = f"There are more than {MAP_ROWS:,} rows, more than a canvas can hold."
            raise refused(what, "Take a part of them.", title)


def _others() -> Iterator[str]:
    return (title for title, _ in SHEETS.values())


def _layers(parts: Parts) -> Iterator[Layer]:
    told = parts.layers()
    for row, layer in zip(parts.rows["layers"], told, strict=True):
        try:
            yield Layer.model_validate_json(_json(layer))
        except ValidationError as error:
            problems = (
                Problem(_where(row, one.where), one.what, one.mend) for one in problems_of(error)
            )
            raise BadInputError(tuple(problems)) from None


def _placements(source: Map) -> Iterator[Placement]:
    for node in source.nodes:
        if node.level and node.layer:
            yield Placement(node.id, node.layer, node.level, wording.SAID_SO)


def _whole(canvas: Canvas, more: dict[str, Any], parts: Parts) -> Canvas:
    data = {**canvas.model_dump(mode="json", by_alias=True), **more}
    try:
        return Canvas.model_validate_json(_json(data))
    except ValidationError as error:
        found = (_named(problem, parts.rows) for problem in problems_of(error))
        raise BadInputError(tuple(found)) from None


def _named(problem: Problem, rows: dict[str, list[Row]]) -> Problem:
    """The problem with the sheet and the row that people find it by."""
    part = re.match(r"(\w+)\[(\d+)\]\.?(.*)", problem.where)
    known: Sequence[Row] = rows.get(part[1], ()) if part else ()
    if part is None or int(part[2]) >= len(known):
        return replace(problem, where=f"{CANVAS}, {problem.where}")
    return replace(problem, where=_where(known[int(part[2])], part[3]))


def _where(row: Row, field: str) -> str:
    return f"{row.sheet}, row {row.number}" + (f", {field}" if field else "")


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "ignore")
