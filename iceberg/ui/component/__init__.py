"""The canvas on screen, as a Streamlit component."""

from iceberg.ui.component.said import Said
from iceberg.ui.component.view import PATIENCE_MS, CanvasState, canvas_view, said_on

__all__ = ["PATIENCE_MS", "CanvasState", "Said", "canvas_view", "said_on"]
