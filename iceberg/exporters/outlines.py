"""Text as outlines, for programs that would set it in a font of their own."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any, Final

import uharfbuzz as hb
from fontTools.pens.basePen import BasePen

from iceberg.exporters.logos import with_png_logo
from iceberg.exporters.once import once
from iceberg.exporters.svg import scene_to_svg, texts_of
from iceberg.layout.fonts import Run, harfbuzz_font, runs
from iceberg.layout.parts import MM_PER_PT
from iceberg.scene import Scene
from iceberg.scene.marks import with_marks
from iceberg.scene.parts import Mark, Paint, Path, Text

_LANGUAGE: Final = "en"
"""As in measuring, or the machine's own language would decide which forms are shaped."""
_FROM_RIGHT: Final = ("R", "AL", "AN")
_START: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}
Outline = tuple[tuple[str, tuple[tuple[float, float], ...]], ...]
"""Steps of a path, each a letter (M, L, Q, C, Z) and its points in ems, y upwards."""
_GRAIN: Final = 1000
"""Steps to a millimetre."""


@once
def outlined_svg(scene: Scene) -> bytes | None:
    """The scene as an SVG file whose text is drawn as outlines, the same in every program.

    None where a line runs from the right, even in part: its order is left to those who set text.
    """
    texts = (text.text for text in texts_of(scene))
    if any(unicodedata.bidirectional(c) in _FROM_RIGHT for text in texts for c in text):
        return None
    return scene_to_svg(with_png_logo(with_marks(scene, _outlined)))


def _outlined(mark: Mark) -> Mark:
    if not isinstance(mark, Text):
        return mark
    em = mark.font_pt * MM_PER_PT
    left = mark.x - mark.width * _START[mark.anchor]
    drawn = []
    for run in runs(mark.text, bold=mark.bold):
        outline, advance = _run(run)
        drawn.append(_path_data(outline, left, mark.y, em))
        left += advance * em
    return Path("".join(drawn), Paint(fill=mark.colour))


def _path_data(outline: Outline, left: float, baseline: float, em: float) -> str:
    """Path data in mm, each step told from where the last one ended: that is half as long."""
    data: list[str] = []
    here = (0, 0)
    for letter, points in outline:
        grains = [
            (round((left + x * em) * _GRAIN), round((baseline - y * em) * _GRAIN))
            for x, y in points
        ]
        start = (0, 0) if letter == "M" else here
        steps = (f"{_mm(x - start[0])} {_mm(y - start[1])}" for x, y in grains)
        data.append((letter if letter == "M" else letter.lower()) + " ".join(steps))
        here = grains[-1] if grains else here
    return "".join(data)


@lru_cache(maxsize=16384)
def _mm(grains: int) -> str:
    return f"{grains / _GRAIN:.3f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=4096)
def _run(run: Run) -> tuple[Outline, float]:
    """The outline of a run and how far it goes, in ems."""
    font = harfbuzz_font(run.face)
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.script = run.script
    buffer.language = _LANGUAGE
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    pen, x = _Pen(font.face.upem), 0
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen.at = (x + place.x_offset, place.y_offset)
        font.draw_glyph_with_pen(glyph.codepoint, pen)
        x += place.x_advance
    return tuple(pen.steps), x / font.face.upem


class _Pen(BasePen):  # type: ignore[misc]
    """Collects the steps of glyphs, in ems."""

    def __init__(self, upem: int) -> None:
        super().__init__(None)
        self.at = (0, 0)
        self.steps: list[tuple[str, tuple[tuple[float, float], ...]]] = []
        self._upem = upem

    def _add(self, letter: str, *points: Any) -> None:
        dx, dy = self.at
        placed = tuple(((x + dx) / self._upem, (y + dy) / self._upem) for x, y in points)
        self.steps.append((letter, placed))

    def _moveTo(self, point: Any) -> None:  # noqa: N802 - the name is the library's
        self._add("M", point)

    def _lineTo(self, point: Any) -> None:  # noqa: N802
        self._add("L", point)

    def _qCurveToOne(self, one: Any, end: Any) -> None:  # noqa: N802
        self._add("Q", one, end)

    def _curveToOne(self, one: Any, two: Any, end: Any) -> None:  # noqa: N802
        self._add("C", one, two, end)

    def _closePath(self) -> None:  # noqa: N802
        self._add("Z")
