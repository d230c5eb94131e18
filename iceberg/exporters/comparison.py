"""Two moments beside each other as a picture: SVG, PNG or PDF."""

from __future__ import annotations

from typing import Final

from iceberg.compare import Comparison
from iceberg.exporters.parts import Exported, ExportOptions
from iceberg.exporters.scene_file import SCENE_MIMES, check_extension, scene_file
from iceberg.scene.compared import build_comparison

COMPARISON_MIMES: Final = SCENE_MIMES
"""The files that a comparison can be, with their media types."""


def export_comparison(
    comparison: Comparison, names: tuple[str, str], extension: str, options: ExportOptions
) -> Exported:
    """The picture of what has changed between two moments, called by their ``names``.

    Raises ExportError for any other extension, and when the file cannot be made.
    """
    check_extension(extension, "comparison")
    scene = build_comparison(comparison, names, page=options.page, greyscale=options.greyscale)
    return Exported(scene_file(scene, extension, options.dpi), scene.notes)
