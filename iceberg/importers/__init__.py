"""Ways into a canvas, one file each, every one with a report of what did not fit."""

from __future__ import annotations

from iceberg.importers.canvas_file import load_canvas, read_canvas

__all__ = ["load_canvas", "read_canvas"]
