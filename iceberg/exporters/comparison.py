"""Two moments beside each other as a picture: SVG, PNG or PDF."""

from __future__ import annotations

from typing import Final

from iceberg.compare import Comparison
from iceberg.errors import ExportError
from iceberg.exporters.parts import Exported, ExportOptions
from iceberg.exporters.png import with_dpi
from iceberg.exporters.svg import scene_to_svg
from iceberg.exporters.typeset import render
from iceberg.scene.compared import build_comparison
from iceberg.scene.parts import Scene

COMPARISON_MIMES: Final = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
}
"""The files that a comparison can be, with their media types."""


def export_comparison(
    comparison: Comparison, names: tuple[str, str], extension: str, options: ExportOptions
) -> Exported:
    """The picture of what has changed between two moments, called by their ``names``.

    Raises ExportError for any other extension, and when the file cannot be made.
    """
    if extension not in COMPARISON_MIMES:
        known = ", ".join(COMPARISON_MIMES)
        raise ExportError(f"There is no comparison as “{extension}”. Choose one of {known}.")
    scene = build_comparison(comparison, names, page=options.page, greyscale=options.greyscale)
    return Exported(_written(scene, extension, options.dpi), scene.notes)


def _written(scene: Scene, extension: str, dpi: int) -> bytes:
    if extension == ".svg":
        return scene_to_svg(scene)
    if extension == ".png":
        return with_dpi(render(scene, "png", dpi=dpi), dpi)
    return render(scene, "pdf")
