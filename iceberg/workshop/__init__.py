"""Canvases that many people change at once: submit, undo, redo, history."""

from iceberg.store import CanvasEntry
from iceberg.workshop.results import HistoryLine, Revertible, Submitted
from iceberg.workshop.workshop import Workshop, is_client

__all__ = ["CanvasEntry", "HistoryLine", "Revertible", "Submitted", "Workshop", "is_client"]
