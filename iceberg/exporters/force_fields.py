"""What resists and what helps, a force field for each iceberg, as a picture: SVG, PNG or PDF."""

from __future__ import annotations

from iceberg.exporters.parts import Exported, ExportOptions
from iceberg.exporters.scene_file import check_extension, scene_file
from iceberg.model import Canvas
from iceberg.scene.force_fields import build_force_fields


def export_force_fields(canvas: Canvas, extension: str, options: ExportOptions) -> Exported:
    """The force fields of the icebergs that the canvas's view shows, on one page.

    Raises ExportError for any other extension, and when the file cannot be made.
    """
    check_extension(extension, "picture of forces")
    scene = build_force_fields(canvas, page=options.page, greyscale=options.greyscale)
    return Exported(scene_file(scene, extension, options.dpi), scene.notes)
