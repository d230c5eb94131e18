"""What names one showing of a canvas, for everything that is made from it once and kept."""

from __future__ import annotations

from typing import TypeAlias

from iceberg.model import Canvas

Key: TypeAlias = tuple[str, int, int]
"""A canvas's id, its revision, and which of its cards are shown."""


def key_of(canvas_id: str, canvas: Canvas) -> Key:
    """What names a showing of a canvas: its id, its revision, and which of its cards are shown."""
    return canvas_id, canvas.revision, hash(frozenset(card.id for card in canvas.cards))
