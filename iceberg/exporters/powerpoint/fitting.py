"""Type small enough for a line to keep its place in whatever font a program has."""

from __future__ import annotations

from typing import Final

from iceberg.layout.fonts import runs
from iceberg.layout.text.measure import ems
from iceberg.scene.parts import Text

_USUAL: Final = 0.98
_WIDER: Final = dict(zip("MWVA &/", (1.18, 1.13, 1.1, 1.07, 1.13, 1.12, 1.27), strict=True))
"""Letters of Calibri (measured on Carlito, which has its widths) beside Source Sans 3."""
_UNKNOWN: Final = 1.25
"""Letters of other scripts, for which every computer has a font of its own."""
_OURS: Final = "Source Sans 3"


def safe_pt(text: Text) -> float:
    """The type (pt) in which a line is hardly wider than where it was measured."""
    return text.font_pt / max(_growth(text.text, text.bold), 1.0)


def _growth(content: str, bold: bool) -> float:
    """How much wider a line may become, as a share of its width."""
    wide = sum(_wide(run.text, run.face.family, bold) for run in runs(content, bold=bold))
    return wide / (ems(content, bold) or 1.0)


def _wide(letters: str, family: str, bold: bool) -> float:
    if family != _OURS:
        return _UNKNOWN * ems(letters, bold)
    return sum(_WIDER.get(letter, _USUAL) * ems(letter, bold) for letter in letters)
