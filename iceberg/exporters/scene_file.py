"""A scene of its own as a picture: SVG, PNG or PDF."""

from __future__ import annotations

from typing import Final

from iceberg.errors import ExportError
from iceberg.exporters.png import with_dpi
from iceberg.exporters.svg import scene_to_svg
from iceberg.exporters.typeset import render
from iceberg.scene.parts import Scene

SCENE_MIMES: Final = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
}
"""The files that a scene can be, with their media types."""


def check_extension(extension: str, what: str) -> None:
    """Raises ExportError where ``what`` cannot be such a file."""
    if extension not in SCENE_MIMES:
        known = ", ".join(SCENE_MIMES)
        raise ExportError(f"There is no {what} as “{extension}”. Choose one of {known}.")


def scene_file(scene: Scene, extension: str, dpi: int) -> bytes:
    """The bytes of the picture; raises ExportError when it cannot be made."""
    if extension == ".svg":
        return scene_to_svg(scene)
    if extension == ".png":
        return with_dpi(render(scene, "png", dpi=dpi), dpi)
    return render(scene, "pdf")
