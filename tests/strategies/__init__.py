"""Canvases and edits for property tests."""

from tests.strategies.canvases import canvases, canvases_with_trays, random_canvas
from tests.strategies.edits import fitting_edits, histories

__all__ = ["canvases", "canvases_with_trays", "fitting_edits", "histories", "random_canvas"]
