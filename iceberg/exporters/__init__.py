"""Ways out of a canvas, one file each; the extension chooses."""

from __future__ import annotations

from typing import Final

from iceberg.errors import ExportError
from iceberg.exporters import (
    calendar,
    canvas_file,
    excel,
    html,
    pack,
    pdf,
    picture_in_words,
    png,
    powerpoint,
    report,
    scene_json,
    svg,
    text,
    tiles,
    word,
)
from iceberg.exporters.neighbours import DATA_FORMATS
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.exporters.scene_json import scene_to_dict
from iceberg.exporters.sheet import blank_sheet
from iceberg.model import Canvas

__all__ = [
    "FORMATS",
    "ExportOptions",
    "Exported",
    "Format",
    "blank_sheet",
    "export",
    "scene_to_dict",
]

FORMATS: Final[tuple[Format, ...]] = (
    png.FORMAT,
    pdf.FORMAT,
    report.FORMAT,
    tiles.FORMAT,
    svg.FORMAT,
    html.FORMAT,
    word.FORMAT,
    powerpoint.FORMAT,
    excel.FORMAT,
    text.FORMAT,
    picture_in_words.FORMAT,
    calendar.FORMAT,
    pack.FORMAT,
    canvas_file.FORMAT,
    scene_json.FORMAT,
    *DATA_FORMATS,
)
"""Every way out, in the order in which they are offered."""


def export(canvas: Canvas, extension: str, options: ExportOptions | None = None) -> Exported:
    """The canvas as a file of the format with this extension (``.svg``, ``.scene.json``, …).

    Raises ExportError for an extension that nothing writes or a file that could not be made, and
    NotFoundError for a layer that the canvas does not have.
    """
    wanted = f".{extension.lower().lstrip('.')}"
    for fmt in FORMATS:
        if fmt.extension == wanted:
            return fmt.make(canvas, options or ExportOptions())
    known = ", ".join(fmt.extension for fmt in FORMATS)
    raise ExportError(f"There is no export to “{extension}”. Choose one of {known}.")
