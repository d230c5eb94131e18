"""The drawing: what every way out draws."""

from iceberg.scene.build import build_scene, page_frame
from iceberg.scene.parts import Scene
from iceberg.scene.sheet import build_sheet

__all__ = ["Scene", "build_scene", "build_sheet", "page_frame"]
