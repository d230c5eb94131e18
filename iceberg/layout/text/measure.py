"""Widths in ems: they scale with the type size, so a word is shaped once and never again."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import uharfbuzz as hb

from iceberg.layout.fonts import Run, harfbuzz_font, runs

_LANGUAGE: Final = "en"
"""Fixed, for otherwise the machine's own language would decide which forms are shaped."""


def ems(text: str, bold: bool) -> float:
    """The width of a line in ems.

    Word by word, as no vendored font kerns with a space; browsers do the same.
    """
    if " " not in text:
        return _word_ems(text, bold)
    words = text.split(" ")
    return sum(_word_ems(word, bold) for word in words) + (len(words) - 1) * _word_ems(" ", bold)


@lru_cache(maxsize=65536)
def _word_ems(word: str, bold: bool) -> float:
    return sum(_run_ems(run) for run in runs(word, bold=bold))


def _run_ems(run: Run) -> float:
    font = harfbuzz_font(run.face)
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.script = run.script
    buffer.language = _LANGUAGE
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    advances: int = sum(position.x_advance for position in buffer.glyph_positions)
    upem: int = font.face.upem
    return advances / upem
