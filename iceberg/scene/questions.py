"""An empty canvas shows what to ask: each layer's question at each level, on its iceberg."""

from __future__ import annotations

from iceberg import theme, wording
from iceberg.layout.parts import MM_PER_PT, Layout, PlacedBand, PlacedIceberg
from iceberg.layout.text import LINE_HEIGHT, wrap
from iceberg.model import Canvas, Layer, Level
from iceberg.scene.parts import Mark
from iceberg.scene.shapes import text
from iceberg.theme import Sizes

SHARE = 0.62
"""The part of an iceberg's width that a question may fill."""


def asked(layer: Layer, level: Level) -> str:
    """A layer's question at a level, or the level's own where the layer asks none."""
    return layer.guide(level).question or wording.LEVEL_QUESTIONS[level]


def draw_questions(canvas: Canvas, layout: Layout, sizes: Sizes) -> tuple[Mark, ...]:
    """The questions, centred in their cells; nothing once there is a card."""
    if canvas.cards:
        return ()
    layers = {layer.id: layer for layer in canvas.layers}
    return tuple(
        mark
        for iceberg in layout.icebergs
        for band in layout.bands
        for mark in _question(layers[iceberg.layer], iceberg, band, sizes)
    )


def _question(
    layer: Layer, iceberg: PlacedIceberg, band: PlacedBand, sizes: Sizes
) -> tuple[Mark, ...]:
    across = [x for x, _ in iceberg.outline]
    size = sizes.subtitle * 1.1
    lines = wrap(asked(layer, band.level), SHARE * (max(across) - min(across)), size)
    step = LINE_HEIGHT * size * MM_PER_PT
    first = (band.y0 + band.y1 - step * (len(lines) - 1)) / 2 + 0.3 * size * MM_PER_PT
    return tuple(
        text(line, iceberg.title_x, first + n * step, size, theme.QUIET_INK, anchor="middle")
        for n, line in enumerate(lines)
    )
