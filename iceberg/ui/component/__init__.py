"""The canvas on screen, as a Streamlit component."""

from iceberg.ui.component.answers import Answers, Told
from iceberg.ui.component.facts import facts_of
from iceberg.ui.component.said import Act, Said
from iceberg.ui.component.view import CanvasState, canvas_view, said_on

__all__ = ["Act", "Answers", "CanvasState", "Said", "Told", "canvas_view", "facts_of", "said_on"]
