"""Edits on a canvas, one or many."""

from __future__ import annotations

from collections.abc import Iterable

from iceberg.edits.union import Edit
from iceberg.model import Canvas


def apply(canvas: Canvas, edit: Edit) -> Canvas:
    """The canvas after an edit; its revision is not counted up.

    Raises:
        EditRefusedError: the edit does not fit the canvas; the message says what to do.
    """
    return edit.apply(canvas)


def fold(canvas: Canvas, edits: Iterable[Edit]) -> Canvas:
    """The canvas after all of the edits, in order.

    Raises:
        EditRefusedError: one of them does not fit.
    """
    for edit in edits:
        canvas = edit.apply(canvas)
    return canvas


def describe(edit: Edit, before: Canvas) -> str:
    """An edit in plain words without a full stop: "Added the card “…” to Place, patterns"."""
    return edit.describe(before)
