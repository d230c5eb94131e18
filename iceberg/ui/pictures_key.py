"""What names one showing of a canvas, for everything that is made from it once and kept."""

from __future__ import annotations

from typing import TypeAlias

from iceberg.model import Canvas

Key: TypeAlias = tuple[str, int, int]
"""A canvas's id, its revision, and which of its cards and what beside them is shown."""


def key_of(canvas_id: str, canvas: Canvas) -> Key:
    """What names a showing of a canvas: its id, its revision, and what of it is shown.

    The tray and the reports on imports count too: a file for those who only look has neither.
    """
    shown = (canvas.cards, canvas.tray, canvas.imports)
    parts = tuple(frozenset(part.id for part in some) for some in shown)
    return canvas_id, canvas.revision, hash(parts)
