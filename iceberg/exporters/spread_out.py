"""Places for cards in programs that draw maps in pixels: icebergs side by side, bands below."""

from __future__ import annotations

from collections import Counter
from typing import Final

from iceberg.model import LEVELS, Canvas, Level

_ACROSS: Final = 220
_DOWN: Final = 110
_COLUMNS: Final = 4
_GAP: Final = 1


def spread_out(canvas: Canvas) -> dict[str, tuple[int, int]]:
    """x and y of each card by id, in pixels, y downwards; none stands on another."""
    lefts = {
        layer.id: rank * (_COLUMNS + _GAP) for rank, layer in enumerate(canvas.ordered_layers())
    }
    tops = _tops(canvas)
    taken: Counter[tuple[str, Level]] = Counter()
    places: dict[str, tuple[int, int]] = {}
    for card in canvas.cards:
        row, column = divmod(taken[card.layer, card.level], _COLUMNS)
        x, y = lefts[card.layer] + column, tops[card.level] + row
        places[card.id] = (x * _ACROSS, y * _DOWN)
        taken[card.layer, card.level] += 1
    return places


def _tops(canvas: Canvas) -> dict[Level, int]:
    """The first row of each band; a band is as high as the fullest iceberg makes it."""
    counts = Counter((card.layer, card.level) for card in canvas.cards)
    tops: dict[Level, int] = {}
    row = 0
    for level in LEVELS:
        tops[level] = row
        most = max(counts[layer.id, level] for layer in canvas.layers)
        row += -(-most // _COLUMNS) + _GAP
    return tops
