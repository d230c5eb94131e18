"""The rows of a sheet of ours as what its columns hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from iceberg.book import VALUE, WHAT, Field, Kind
from iceberg.columns import read_cell, split
from iceberg.importers.xlsx import as_text

Told: TypeAlias = dict[str, Any]

_YES: Final = frozenset({"yes", "true", "1", "x", "y", "✓"})
_NO: Final = frozenset({"no", "false", "0", "n"})
_EXACT: Final = 1e15
"""Beyond, a whole number in a sheet is no longer the one that was written."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the sheet and the number that people find it by, and its cells by their headings."""

    sheet: str
    number: int
    cells: dict[str, Any]

    def told(self, fields: Iterable[Field]) -> Told:
        """What its columns hold, as a canvas file has it; nothing for an empty cell."""
        told: Told = {}
        for field in fields:
            value = held(self.cells.get(field.heading), field.kind)
            if value is not None:
                put(told, field.name, value)
        return told


def rows_of(title: str, sheet: Sequence[Sequence[Any]]) -> Iterator[Row]:
    """The rows of a sheet with anything in them, under the headings in its first row."""
    headings = [as_text(cell).strip() for cell in sheet[0]] if sheet else []
    for number, cells in enumerate(sheet[1:], start=2):
        named = dict(zip(headings, cells, strict=False))
        if any(cell not in (None, "") for cell in named.values()):
            yield Row(title, number, named)


def held(cell: Any, kind: Kind) -> Any:
    """What a cell holds; None where it is empty, and its text where it holds another kind."""
    text = read_cell(as_text(cell))
    if not text.strip():
        return None
    match kind:
        case "number" | "figure":
            return _number(cell, text, kind)
        case "date":
            return cell.isoformat()[:10] if isinstance(cell, dt.date) else text.strip()
        case "yes":
            said = text.strip().casefold()
            return True if said in _YES else False if said in _NO else text
        case "values":
            return list(split(text))
        case "lines":
            return [line for line in text.splitlines() if line.strip()]
        case _:
            return text


def _number(cell: Any, text: str, kind: Kind) -> int | float | str:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return int(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    # A figure may be text that looks like a number, and stays it.
    whole = text.strip().removeprefix("-")
    return int(text) if kind == "number" and whole.isdecimal() and len(whole) < 10 else text


def put(told: Told, name: str, value: Any) -> None:
    """Put a value under a name such as ``view.page``."""
    *groups, last = name.split(".")
    for group in groups:
        told = told.setdefault(group, {})
    told[last] = value


def details(rows: Iterable[Row], fields: Iterable[Field]) -> tuple[Told, tuple[str, ...]]:
    """What the rows of a sheet of names and values say, and those whose names nobody knows."""
    known = {field.heading.casefold(): field for field in fields}
    told: Told = {}
    unknown: list[str] = []
    for row in rows:
        name, cell = as_text(row.cells.get(WHAT)).strip(), row.cells.get(VALUE)
        field = known.get(name.casefold())
        if field is None:
            unknown.append(f"{name}: {as_text(cell)}")
        elif field.kind == "values" and (one := held(cell, "text")):
            put(told, field.name, [*_values(told, field.name), one])
        elif (value := held(cell, field.kind)) is not None:
            put(told, field.name, value)
    return told, tuple(unknown)


def _values(told: Told, name: str) -> list[Any]:
    """What stands under a name so far."""
    for group in name.split("."):
        told = told.get(group, {})
    return list(told)
