"""The drawing: what every way out draws."""

from iceberg.scene.build import build_scene, page_frame
from iceberg.scene.parts import Scene

__all__ = ["Scene", "build_scene", "page_frame"]
