"""Whose edit was changed again by somebody who had not seen it, derived from the rows alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iceberg.edits import describe, overlap, touched
from iceberg.edits.touching import TouchedPart
from iceberg.workshop import wording
from iceberg.workshop.folds import Folds
from iceberg.workshop.records import Record
from iceberg.workshop.results import Overridden
from iceberg.workshop.trail import Trail

LOOKED_BACK: Final = 100
"""Edits to look through at most for one that was overridden, and of which it is known at most
whether they overrode one; a page is seldom so far behind."""


@dataclass(frozen=True, slots=True)
class _Touch:
    """An edit, which parts it touched, and what it says."""

    record: Record
    parts: frozenset[TouchedPart]
    said: str


class Overriding:
    """Grows with the rows of one canvas; to be used by one thread at a time.

    What an edit touches is worked out once: in a busy room most edits meet some that their senders
    had not seen, on other cards.
    """

    def __init__(self, canvas_id: str, folds: Folds) -> None:
        self._canvas_id = canvas_id
        self._folds = folds
        self._touches: dict[int, _Touch] = {}
        self._found: dict[int, Overridden | None] = {}

    def by(self, seq: int, trail: Trail) -> Overridden | None:
        """The edit that an edit changed again without its sender's having seen it.

        That is the last of those by others that touches the same parts.
        """
        if seq in self._found:
            return self._found[seq]
        unseen = trail.unseen(seq, LOOKED_BACK)
        found = self._found[seq] = self._find(seq, unseen) if unseen else None
        _shorten(self._found)
        return found

    def lately(self, trail: Trail) -> tuple[Overridden, ...]:
        """What the last edits of a trail changed again unseen, oldest first."""
        seqs = range(max(1, trail.last - LOOKED_BACK + 1), trail.last + 1)
        return tuple(found for seq in seqs if (found := self.by(seq, trail)))

    def _find(self, seq: int, unseen: tuple[int, ...]) -> Overridden | None:
        touches = self._touching(unseen[0], seq)
        own = touches[seq]
        for earlier in (touches[other] for other in reversed(unseen)):
            if overlap(own.parts, earlier.parts):
                return _overridden(earlier, own)
        return None

    def _touching(self, first: int, last: int) -> dict[int, _Touch]:
        """What the edits from one to another touch; those that are new are read in one go."""
        new = [seq for seq in range(first, last + 1) if seq not in self._touches]
        if new:
            canvas = self._folds.near(self._canvas_id, new[0] - 1)
            for record, before, _ in self._folds.walk(self._canvas_id, canvas, new[-1]):
                edit = record.envelope.edit
                said = describe(edit, before)
                self._touches[record.seq] = _Touch(record, touched(before, edit), said)
        found = {seq: self._touches[seq] for seq in range(first, last + 1)}
        _shorten(self._touches)
        return found


def _overridden(earlier: _Touch, later: _Touch) -> Overridden:
    return Overridden(
        later.record.seq,
        wording.overridden(earlier.record.author, earlier.said),
        earlier.record.client,
        wording.overriding(later.record.author, later.said),
    )


def _shorten(known: dict[int, _Touch] | dict[int, Overridden | None]) -> None:
    while len(known) > 2 * LOOKED_BACK:
        del known[min(known)]
