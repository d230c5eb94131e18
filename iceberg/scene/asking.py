"""What to ask at each level of a blank sheet, at the top of each cell: the rest is for notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iceberg import theme
from iceberg.layout.parts import MM_PER_PT, Layout, PlacedBand, PlacedIceberg
from iceberg.layout.text import wrap
from iceberg.model import Canvas, Layer
from iceberg.scene.ground import first_baseline
from iceberg.scene.icebergs import reach
from iceberg.scene.parts import Mark
from iceberg.scene.questions import asked
from iceberg.scene.shapes import text
from iceberg.theme import Sizes

SHARE = 0.32
"""The part of a band's height that a question may fill."""
AIR_EM = 0.7
"""Ice between a question and the side of its iceberg, in type sizes."""
BELOW_NAME_EM = 1.35
"""From an iceberg's name to the question under it, in type sizes."""
LINE_STEP = 1.16
"""The distance of baselines, in type sizes: a little close, for the sake of the notes."""
STEPS = 24
"""Sizes tried, from the full one down to half of it; past that a question is cut short."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A question and where it goes: from the baseline ``first`` on, ``height`` deep, in mm."""

    question: str
    iceberg: PlacedIceberg
    first: float
    height: float

    def lines(self, size: float, most: int | None = None) -> tuple[str, ...]:
        em, placed = size * MM_PER_PT, self.iceberg
        ice = min(reach(placed, self.first - em), reach(placed, self.first + self.height - em))
        return wrap(self.question, 2 * (ice - AIR_EM * em), size, max_lines=most)

    def room(self, size: float) -> int:
        return max(1, int(self.height / (LINE_STEP * size * MM_PER_PT)))

    def holds(self, size: float) -> bool:
        return len(self.lines(size)) <= self.room(size)

    def marks(self, size: float) -> Iterator[Mark]:
        for n, line in enumerate(self.lines(size, self.room(size))):
            y = self.first + n * LINE_STEP * size * MM_PER_PT
            yield text(line, self.iceberg.title_x, y, size, theme.BAND_INK, anchor="middle")


def draw_asking(canvas: Canvas, layout: Layout, sizes: Sizes) -> tuple[Mark, ...]:
    """The questions, all in the largest type up to ``sizes.question`` that fits every cell."""
    layers = {layer.id: layer for layer in canvas.layers}
    cells = [
        _cell(layers[iceberg.layer], iceberg, band, sizes)
        for band in layout.bands
        for iceberg in layout.icebergs
    ]
    tried = [round(sizes.question * (1 - n / (2 * STEPS)), 2) for n in range(STEPS + 1)]
    size = next((s for s in tried if all(cell.holds(s) for cell in cells)), tried[-1])
    return tuple(mark for cell in cells for mark in cell.marks(size))


def _cell(layer: Layer, iceberg: PlacedIceberg, band: PlacedBand, sizes: Sizes) -> _Cell:
    """Under the rule of its band, and at the peak under the iceberg's name."""
    em = sizes.question * MM_PER_PT
    first = max(first_baseline(band, sizes), iceberg.title_y + BELOW_NAME_EM * em)
    return _Cell(asked(layer, band.level), iceberg, first, SHARE * (band.y1 - band.y0))
