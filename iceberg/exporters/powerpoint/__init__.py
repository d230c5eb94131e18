"""The picture as slides, once as it is and once in shapes that can be edited."""

from __future__ import annotations

from typing import Final

from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.model import Canvas


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    # Importing the library takes a while; whoever opens the app should not wait for it.
    from iceberg.exporters.powerpoint.deck import write

    return write(canvas, options)


FORMAT: Final = Format(
    ".pptx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "Slides to edit (PowerPoint)",
    _write,
)
