"""The canvas on screen, as a Streamlit component."""

from iceberg.ui.component.said import Said
from iceberg.ui.component.view import CanvasState, canvas_view, said_on

__all__ = ["CanvasState", "Said", "canvas_view", "said_on"]
