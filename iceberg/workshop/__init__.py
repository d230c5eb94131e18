"""Canvases that many people change at once: submit, undo, redo, history."""

from iceberg.store import CanvasEntry, Pulse
from iceberg.workshop.results import HistoryLine, Overridden, Revertible, Submitted
from iceberg.workshop.sender import is_client
from iceberg.workshop.workshop import Check, Make, Workshop, utc_now

__all__ = [
    "CanvasEntry",
    "Check",
    "HistoryLine",
    "Make",
    "Overridden",
    "Pulse",
    "Revertible",
    "Submitted",
    "Workshop",
    "is_client",
    "utc_now",
]
