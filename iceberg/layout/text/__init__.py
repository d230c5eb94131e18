"""Measuring and wrapping text with the very fonts that draw it; millimetres, sizes in points."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from iceberg.layout.fonts import runs
from iceberg.layout.parts import MM_PER_PT
from iceberg.layout.text.measure import ems
from iceberg.layout.text.wrap import wrap_ems

__all__ = ["LINE_HEIGHT", "ascent", "descent", "fall", "is_rtl", "line_width", "wrap"]

LINE_HEIGHT: Final = 1.22
"""The distance of baselines, in type sizes."""

_DEEPER: Final = {"LRI": 1, "RLI": 1, "FSI": 1, "PDI": -1}
_ASCENT: Final = 0.95
_DESCENT: Final = 0.30
_TAILS: Final = 1.55


def ascent(font_pt: float) -> float:
    """How far ink rises above the baseline, in mm."""
    return _ASCENT * font_pt * MM_PER_PT


def descent(font_pt: float) -> float:
    """How far ink falls below the baseline, in mm; for Arabic tails see `fall`."""
    return _DESCENT * font_pt * MM_PER_PT


def fall(text: str, font_pt: float) -> float:
    """How far the ink of this text falls below the baseline, in mm."""
    has_tails = any(run.script == "Arab" for run in runs(text))
    return descent(font_pt) * (_TAILS if has_tails else 1.0)


def line_width(text: str, font_pt: float, *, bold: bool = False) -> float:
    """The width of one line as it is drawn, in mm, with kerning and ligatures.

    Characters that no font covers count as the box that is drawn for them.
    """
    return ems(text, bold) * font_pt * MM_PER_PT


@lru_cache(maxsize=65536)
def wrap(
    text: str, width: float, font_pt: float, *, bold: bool = False, max_lines: int | None = None
) -> tuple[str, ...]:
    """The text in lines no wider than ``width`` mm, evenly filled.

    Breaks at line breaks, at spaces, after hyphens and slashes, and between ideographs; a word
    that is wider still breaks between grapheme clusters, and only a single cluster may stick out.
    No text gives no lines. Past ``max_lines`` (at least 1) the text ends with an ellipsis.
    """
    return wrap_ems(text, width / (font_pt * MM_PER_PT), bold, max_lines)


@lru_cache(maxsize=65536)
def is_rtl(text: str) -> bool:
    """Whether the text reads from right to left: its first letter with a direction decides.

    What is isolated does not count (Unicode Standard Annex 9, P2).
    """
    depth = 0
    for direction in map(unicodedata.bidirectional, text):
        depth = max(0, depth + _DEEPER.get(direction, 0))
        if depth == 0 and direction in ("L", "R", "AL"):
            return direction != "L"
    return False
