"""Values in cells: text stays text, whatever it looks like."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

from iceberg.columns import literal
from iceberg.exporters.story.parts import Value
from iceberg.exporters.svg import legal

CELL_LIMIT: Final = 32_767
"""Characters that a cell holds at most."""
_FIRST_DAY: Final = dt.date(1900, 3, 1)
"""Days before it are not the same in all programs: some have a 29 February 1900, some do not."""
_FORMULA_LIKE: Final = ("=", "+", "-", "@", "\t", "\r", "'")
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What would be read as an escaped character (ECMA-376, part 1, 22.9.2.19)."""


def write_value(cell: Any, value: Value) -> None:
    """Write a number, a date, or text that no program takes for a formula; nothing for None."""
    if value is None or value == "":
        return
    if isinstance(value, str):
        _write_text(cell, value)
        return
    if isinstance(value, dt.date) and value < _FIRST_DAY:
        _write_text(cell, value.isoformat())
        return
    if isinstance(value, float):
        # The library writes sixteen digits, and some numbers have seventeen.
        cell.value, cell.data_type = repr(value), "n"
        return
    cell.value = value
    if isinstance(value, dt.date):
        cell.number_format = "yyyy-mm-dd"


def _write_text(cell: Any, text: str) -> None:
    kept = literal(legal(text))
    if len(kept) > CELL_LIMIT:
        kept = f"{kept[: CELL_LIMIT - 1]}…"
    cell.value = _ESCAPE.sub("_x005F_", kept)
    # The library reads some text as a formula or an error; and whoever edits the cell later
    # should not make one of it.
    cell.data_type = "s"
    if text.startswith(_FORMULA_LIKE):
        cell.quotePrefix = True
