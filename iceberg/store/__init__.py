"""Where canvases are kept: append-only rows of edits, in memory or in a database."""

from iceberg.store.interface import (
    Appended,
    CanvasEntry,
    EditRow,
    Outcome,
    Redelivered,
    Store,
    Taken,
)
from iceberg.store.memory import MemoryStore
from iceberg.store.opening import VARIABLE, default_path, open_store
from iceberg.store.rooms import Door, Paper, Pulse, Room

__all__ = [
    "VARIABLE",
    "Appended",
    "CanvasEntry",
    "Door",
    "EditRow",
    "MemoryStore",
    "Outcome",
    "Paper",
    "Pulse",
    "Redelivered",
    "Room",
    "Store",
    "Taken",
    "default_path",
    "open_store",
]
