"""An edit as it would be kept, until somebody else comes first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from iceberg.edits import Edit, NameSnapshot, apply
from iceberg.errors import ConflictError, EditRefusedError
from iceberg.model import Canvas
from iceberg.workshop import wording
from iceberg.workshop.records import Envelope


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be kept, the canvas after it, and what it says."""

    envelope: Envelope
    after: Canvas
    sentence: str


def proposed(before: Canvas, propose: Callable[[Canvas], Proposal], attempt: int) -> Proposal:
    """A proposal for a canvas; after the first ``attempt`` others have come in between.

    Raises:
        EditRefusedError: the edit does not fit.
        ConflictError: it does not fit any more.
    """
    try:
        return propose(before)
    except EditRefusedError as error:
        if attempt:
            raise ConflictError(wording.came_first(str(error))) from error
        raise


def still_fits(before: Canvas, edit: Edit, verb: str, sentence: str) -> Canvas:
    """The canvas after an undo or redo; raises EditRefusedError where it has changed too much."""
    try:
        return apply(before, edit)
    except EditRefusedError as error:
        raise EditRefusedError(wording.no_longer_fits(verb, sentence, str(error))) from error


def check_snapshot(before: Canvas, edit: Edit) -> None:
    """Raise EditRefusedError for the name of a revision to come."""
    if isinstance(edit, NameSnapshot) and edit.snapshot.revision > before.revision:
        raise EditRefusedError(wording.no_such_revision(edit.snapshot.revision, before.revision))
