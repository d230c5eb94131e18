"""The words on the sheets of a wall."""

from __future__ import annotations

from typing import Final

HEADING: Final = "How to put this wall together"
STEPS: Final = (
    "Print all sheets at their true size (100%, not “fit to page”), in colour or grey.",
    "Cut each sheet along the marks at its left and at its top. Cut the last sheet of each row at "
    "its right too, and those of the last row at their bottom.",
    "Lay out the sheets by their numbers: 2-3 is the third sheet in the second row.",
    "Glue each sheet over the edge of its neighbours to the left and above: they overlap by 10 mm.",
)
_SIZE: Final = "{rows} rows of {columns} sheets make a picture of {width} by {height} mm."
_TILE: Final = "Row {row} of {rows}, sheet {column} of {columns}"
_SPOKEN: Final = "Sheet {row}-{column} of the picture “{title}”: a part of it to put together."


def size(rows: int, columns: int, width: float, height: float) -> str:
    """How large the whole is."""
    return _SIZE.format(rows=rows, columns=columns, width=round(width), height=round(height))


def tile(row: int, column: int, rows: int, columns: int) -> str:
    """What stands on the margin of a sheet."""
    return _TILE.format(row=row, column=column, rows=rows, columns=columns)


def spoken(title: str, row: int, column: int) -> str:
    """What a sheet shows, for those who hear it."""
    return _SPOKEN.format(title=title, row=row, column=column)
