"""The picture and its story as a Word document that can be edited."""

from __future__ import annotations

from typing import Final

from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.model import Canvas


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    # Importing the library takes a while; whoever opens the app should not wait for it.
    from iceberg.exporters.word.document import write

    return write(canvas, options)


FORMAT: Final = Format(
    ".docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "Report to edit (Word)",
    _write,
)
