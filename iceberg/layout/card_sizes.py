"""How tall cards are likely to be in some width, before any type is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from iceberg.layout import faces, text
from iceberg.layout.crossings import Floats, Ints
from iceberg.layout.faces import Label
from iceberg.layout.grid import BANDS, Cell
from iceberg.layout.parts import MM_PER_PT

RAGGED_EM = 1.5
"""How much of a line stays empty, on average, because the next word does not fit."""
LONG_WORD_EM = 12.0
"""Words up to this long are not broken: cards are at least this wide."""


@dataclass(frozen=True, slots=True)
class Extent:
    """All that a card's size depends on: its text's length and longest word, in ems; marks or not.

    Most edits leave it as it was, so a plan for the same extents can be used again.
    """

    length: float
    longest_word: float
    marked: bool

    @classmethod
    def of(cls, label: Label) -> Extent:
        """The extent of a label's words."""
        length = _ems(label.text.replace("\n", " "))
        return cls(length, max(map(_ems, label.text.split()), default=0.0), bool(label.words))


Tall: TypeAlias = list[list[float]]


@dataclass(frozen=True, slots=True)
class CardSizes:
    """What a card's height depends on, one item a card: lengths in ems, 1.0 where it has marks.

    ``bands`` are the cards of each band, by index.
    """

    lengths: Floats
    longest_word: float
    marked: Floats
    bands: tuple[Ints, ...]
    known: dict[float, Tall] = field(default_factory=dict)
    dealt: dict[tuple[tuple[int, ...], float], tuple[float, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, extents: Sequence[Extent], cells: Sequence[Cell]) -> CardSizes:
        """The sizes of cards with these extents, one a cell."""
        return cls(
            np.array([extent.length for extent in extents]),
            min(max((extent.longest_word for extent in extents), default=0.0), LONG_WORD_EM),
            np.array([extent.marked for extent in extents], dtype=float),
            tuple(
                np.array([n for n, cell in enumerate(cells) if cell[1] == band], dtype=int)
                for band in range(BANDS)
            ),
        )

    def tall(self, room: float) -> Tall:
        """The likely heights, in ems, of the cards of each band, the tallest first.

        Lines are ``room`` ems wide. Grids with as many columns in all ask for the same again.
        """
        if room not in self.known:
            lines = np.ceil(self.lengths / (room - RAGGED_EM) + 0.1)
            marks = self.marked * faces.MARKS_LINE_EM
            heights = lines * faces.LINE_EM + marks + faces.PAD_TOP_EM + faces.PAD_BOTTOM_EM
            self.known[room] = [np.sort(heights[band])[::-1].tolist() for band in self.bands]
        return self.known[room]

    def deal(self, rows: tuple[int, ...], room: float) -> tuple[float, ...]:
        """The likely height, in ems, of each band's rows together, for lines of ``room`` ems."""
        found = self.dealt.get((rows, room))
        if found is None:
            found = tuple(map(_rows_height, rows, self.tall(room)))
            self.dealt[rows, room] = found
        return found


def _ems(words: str) -> float:
    return text.line_width(words, 1.0) / MM_PER_PT


def _rows_height(count: int, tall: Sequence[float]) -> float:
    """The likely height of a band's rows: cards are dealt by their links, not by their height."""
    if not tall:
        return 0.0
    step = max(1, len(tall) // max(count, 1))
    return sum(0.6 * tall[0] + 0.4 * tall[min(n * step, len(tall) - 1)] for n in range(count))
