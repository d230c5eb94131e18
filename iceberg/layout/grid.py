"""The slots that cards may stand in: rows shared by all icebergs, columns of each iceberg."""

from __future__ import annotations

from dataclasses import dataclass

BANDS = 4
"""The bands of a page: one a level."""
Cell = tuple[int, int]
"""An iceberg (0 is the leftmost) and a band (0 is the shallowest)."""
Slot = tuple[int, int]
"""A row in the band and a column in the iceberg."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows per band, and per iceberg its columns, left edge and width (mm); ``pitch_y`` in mm.

    ``card_share`` is the part of a column's width that its card may fill.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    pitch_y: float
    card_share: float

    def slots(self, cell: Cell) -> list[Slot]:
        """All slots of a cell, row by row."""
        iceberg, band = cell
        return [(r, c) for r in range(self.rows[band]) for c in range(self.columns[iceberg])]

    def first_row(self, band: int) -> int:
        """The number of rows above a band."""
        return sum(self.rows[:band])

    def pitch_x(self, iceberg: int) -> float:
        """The width of one column of an iceberg, in mm."""
        return self.widths[iceberg] / self.columns[iceberg]

    def centre(self, cell: Cell, slot: Slot) -> tuple[float, float]:
        """Where the middle of a slot is, in mm from the first row's."""
        iceberg, band = cell
        x = self.lefts[iceberg] + (slot[1] + 0.5) * self.pitch_x(iceberg)
        return x, (self.first_row(band) + slot[0]) * self.pitch_y
