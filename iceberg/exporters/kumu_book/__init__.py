"""A workbook that Kumu imports (docs.kumu.io, Structure your data for Kumu)."""

from __future__ import annotations

from typing import Final

from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.model import Canvas


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    # Importing the library takes a while; whoever opens the app should not wait for it.
    from iceberg.exporters.kumu_book.workbook import write

    return write(canvas, options)


FORMAT: Final = Format(
    ".kumu.xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "Kumu workbook",
    _write,
)
