"""The canvas on screen, as a Streamlit component."""

from __future__ import annotations

from iceberg.ui.component.view import CanvasState, canvas_view

__all__ = ["CanvasState", "canvas_view"]
