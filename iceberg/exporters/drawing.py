"""From a canvas and the options of an export to the scene that is written."""

from __future__ import annotations

from iceberg.exporters.once import once
from iceberg.exporters.parts import ExportOptions
from iceberg.model import Canvas
from iceberg.scene import Scene, build_scene

_scene = once(build_scene)


def draw(canvas: Canvas, options: ExportOptions) -> Scene:
    """The scene that an export shows; raises NotFoundError for a layer the canvas lacks."""
    return _scene(
        canvas,
        page=options.page,
        greyscale=options.greyscale,
        palette=options.palette,
        layers=options.layers,
        transparent=options.transparent,
        whole=options.whole,
    )
