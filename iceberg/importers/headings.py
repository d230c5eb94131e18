"""Which row of a table has its headings: the first, or one below a title and the like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Final, TypeAlias

from iceberg.importers.fields import fields_of

Row: TypeAlias = Sequence[str]

_ABOVE: Final = 20
"""Rows among which headings are looked for."""


def can_be_headings(cells: Row) -> bool:
    """Whether a row names a card's text or id, or a link's two ends."""
    return bool({"text", "id", "to"} & set(fields_of(cells)))


def from_headings(rows: Iterator[Row]) -> tuple[tuple[str, ...], Iterator[Row]]:
    """What stands above headings that leave no doubt, a line each; and the rows from there on."""
    above = list(islice(rows, _ABOVE))
    first = next((cells for cells in above if _line(cells)), [])
    found = [number for number, cells in enumerate(above) if _are_headings(cells)]
    start = found[0] if found and not can_be_headings(first) else 0
    return tuple(filter(None, map(_line, above[:start]))), chain(above[start:], rows)


def _are_headings(cells: Row) -> bool:
    """Whether a row can be headings and says it twice."""
    return can_be_headings(cells) and sum(map(bool, fields_of(cells))) > 1


def _line(cells: Row) -> str:
    return " ".join(cell.strip() for cell in cells if cell.strip())
