"""What a workbook holds besides its tables for people, so that it opens here again as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final, TypeAlias

from iceberg.book import CANVAS, DETAILS, LONG, PIECE, SHEETS, VALUE, WHAT, Field, Part
from iceberg.columns import joined
from iceberg.exporters.story import Column, Table
from iceberg.exporters.story.parts import Value
from iceberg.model import Canvas

Told: TypeAlias = Mapping[str, Any]

_WORDS: Final = {True: "yes", False: "no"}
_WIDE: Final = frozenset({"text", "report", "data", "note", "question", "title", "scope"})
_ALWAYS: Final = frozenset({"title", "language", "revision"})


def beside(canvas: Canvas) -> Iterator[tuple[str, Table]]:
    """Sheets by their titles: that of the canvas as a whole, its layers, and what else there is."""
    yield CANVAS, Table((Column(WHAT, 24), Column(VALUE, 60)), tuple(_details(canvas)))
    for part, rows in _parts(canvas).items():
        title, fields = SHEETS[part]
        cells = tuple(tuple(_cell(row, one) for one in fields) for row in _pieces(part, rows))
        if cells:
            columns = (Column(one.heading, 46 if one.name in _WIDE else 16) for one in fields)
            yield title, Table(tuple(columns), cells)


def _details(canvas: Canvas) -> Iterator[tuple[Value, ...]]:
    told = canvas.model_dump()
    plain = Canvas(title="-", layers=canvas.layers).model_dump()
    for field in DETAILS:
        value = _at(told, field.name)
        if field.kind == "values":
            yield from ((field.heading, one) for one in value)
        elif value != _at(plain, field.name) or field.name in _ALWAYS:
            yield field.heading, _cell(told, field)


def _parts(canvas: Canvas) -> dict[Part, Iterable[Told]]:
    told = canvas.model_dump()
    logo = told["cover"]["logo"]
    return {
        "layers": told["layers"],
        "levels": [
            {"layer": layer["id"], "level": level, **guide}
            for layer in told["layers"]
            for level, guide in layer["levels"].items()
        ],
        "tray": told["tray"],
        "tray_links": told["tray_links"],
        "tray_readings": list(chain.from_iterable(card["readings"] for card in told["tray"])),
        "history": [
            {"assumption": one["id"], **line}
            for one in told["assumptions"]
            for line in one["history"]
        ],
        "snapshots": told["snapshots"],
        "imports": told["imports"],
        "logo": [logo] if logo else [],
    }


def _pieces(part: Part, rows: Iterable[Told]) -> Iterator[Told]:
    """The rows; what a cell cannot hold goes on in rows of its own below."""
    name = LONG.get(part)
    for row in rows:
        if name is None:
            yield row
            continue
        whole: str = row[name]
        yield {**row, name: whole[:PIECE]}
        for start in range(PIECE, len(whole), PIECE):
            yield {"id": row.get("id"), name: whole[start : start + PIECE]}


def _cell(told: Told, field: Field) -> Value:
    value = _at(told, field.name)
    match field.kind:
        case "yes":
            return None if value is None else _WORDS[value]
        case "values":
            return joined(value)
        case "lines":
            return "\n".join(value)
        case _:
            kept: Value = value
            return kept


def _at(told: Told, name: str) -> Any:
    """What stands under a name such as ``view.page``; None where nothing does."""
    value: Any = told
    for key in name.split("."):
        value = value.get(key) if value else None
    return value
