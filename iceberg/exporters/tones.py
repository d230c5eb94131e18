"""The few colours of a document beside its picture: as the picture's own palette has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iceberg.exporters.parts import ExportOptions
from iceberg.model import Canvas
from iceberg.theme import grey

_INK: Final = "#16365c"
_HEAD: Final = "#dceef4"
_RULE: Final = "#9fb4bf"


@dataclass(frozen=True, slots=True)
class Tones:
    """``#rrggbb`` of headings, of the ground under a table's head, and of the rules in a table."""

    ink: str
    head: str
    rule: str


def tones(canvas: Canvas, options: ExportOptions) -> Tones:
    """The colours of a document about this canvas; greys where the picture has no colour."""
    view = canvas.view
    is_grey = view.greyscale if options.greyscale is None else options.greyscale
    if is_grey or (options.palette or view.palette) == "black_and_white":
        return Tones(grey(_INK), grey(_HEAD), grey(_RULE))
    return Tones(_INK, _HEAD, _RULE)
