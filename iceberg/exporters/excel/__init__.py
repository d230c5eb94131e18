"""Everything on the canvas as sheets to sort, filter and count."""

from __future__ import annotations

from typing import Final

from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.model import Canvas


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    # Importing the library takes a while; whoever opens the app should not wait for it.
    from iceberg.exporters.excel.workbook import write

    return write(canvas, options)


FORMAT: Final = Format(
    ".xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "Tables (Excel)",
    _write,
)
