"""How a large page is cut into sheets that overlap."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from iceberg.scene.parts import Page

PrinterSize = Literal["a4", "a3"]
PRINTER_SIDES: Final[dict[PrinterSize, tuple[float, float]]] = {"a4": (210, 297), "a3": (297, 420)}
"""Short and long side, in mm."""
OVERLAP: Final = 10.0
"""What two neighbouring sheets both show, in mm: room for glue."""
MARGIN: Final = 12.0
"""What a sheet keeps free around its tile at least, in mm: for cut marks, and because few printers
reach the edge."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet's part of the page: its place in the grid, counted from 1, and what it shows (mm).

    ``x`` and ``y`` are where its top left corner lies on the page.
    """

    row: int
    column: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tiling:
    """All tiles of a page, row by row, each as large as the others; lengths in mm."""

    sheet: Page
    width: float
    height: float
    rows: int
    columns: int
    tiles: tuple[Tile, ...]


def tiling(page: Page, printer: PrinterSize) -> Tiling:
    """The page in the fewest sheets, laid upright or across; the tiles cover it exactly."""
    short, long = PRINTER_SIDES[printer]
    ways = (_cut(page, Page(long, short)), _cut(page, Page(short, long)))
    return min(ways, key=lambda way: len(way.tiles))


def _cut(page: Page, sheet: Page) -> Tiling:
    columns, width = _parts(page.width, sheet.width - 2 * MARGIN)
    rows, height = _parts(page.height, sheet.height - 2 * MARGIN)
    tiles = tuple(
        Tile(row + 1, column + 1, column * (width - OVERLAP), row * (height - OVERLAP))
        for row in range(rows)
        for column in range(columns)
    )
    return Tiling(sheet, width, height, rows, columns, tiles)


def _parts(length: float, most: float) -> tuple[int, float]:
    """How many parts that overlap cover a length, and how long each is (at most ``most``)."""
    count = max(math.ceil((length - OVERLAP) / (most - OVERLAP)), 1)
    return count, (length + (count - 1) * OVERLAP) / count
