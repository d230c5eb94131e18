"""The history of one canvas: its lines, and what stands in the way of taking an edit back."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from iceberg.edits import Edit, added, describe, overlap, touched
from iceberg.errors import EditRefusedError
from iceberg.model import Assumption, Canvas
from iceberg.store import EditRow, Store
from iceberg.workshop import wording
from iceberg.workshop.folds import Folds
from iceberg.workshop.overriding import Overriding
from iceberg.workshop.records import Record, record_of
from iceberg.workshop.rests import resting
from iceberg.workshop.results import HistoryLine, Overridden, Revertible
from iceberg.workshop.trail import Trail

_Review: TypeAlias = tuple[object, ...]


class History:
    """Grows with the store's rows; to be used by one thread at a time."""

    def __init__(self, canvas_id: str, store: Store, folds: Folds) -> None:
        self._canvas_id = canvas_id
        self._store = store
        self._folds = folds
        self._trail = Trail()
        self._lines: list[HistoryLine] = []
        self._owners: dict[str, str] = {}
        self._owned = 0
        self._reviews: dict[_Review, Canvas] = {}
        self._reviewed: int | None = None
        self._overriding = Overriding(canvas_id, folds)

    def trail(self, revision: int | None = None) -> Trail:
        """The trail up to the last row, or at least up to a revision."""
        if revision is None or revision > self._trail.last:
            for row in self._store.rows(self._canvas_id, self._trail.last):
                self._trail.add(row)
        return self._trail

    def lines(self) -> tuple[HistoryLine, ...]:
        """Every edit in words, oldest first."""
        start = self._folds.at(self._canvas_id, len(self._lines))
        for record, before, _ in self._folds.walk(self._canvas_id, start):
            self._lines.append(self._line(record, before))
        return tuple(self._lines)

    def owners(self, revision: int | None = None) -> Mapping[str, str]:
        """The client that first added a part, by the part's id; cards and links of the start have
        none.

        ``revision`` is how far the canvas has come for which they are wanted; without it, the store
        is asked.
        """
        if revision is None or revision > self._owned:
            for row in self._store.rows(self._canvas_id, self._owned):
                self._own(row, record_of(row).envelope.edit)
        return MappingProxyType(dict(self._owners))

    def kept(self, row: EditRow, edit: Edit) -> None:
        """A row has just been kept here, and need not be read again."""
        if row.seq == self._owned + 1:
            self._own(row, edit)
        if row.seq == self._trail.last + 1:
            self._trail.add(row)

    def _own(self, row: EditRow, edit: Edit) -> None:
        for part in added(edit):
            self._owners.setdefault(part, row.client)
        self._owned = row.seq

    def reviewed(self) -> Mapping[str, Canvas]:
        """The canvas as it was when each of its assumptions was last reviewed, by assumption.

        That is when its dated history first was what it is now, so that a review that was undone
        does not count; one that came with the canvas was reviewed before its beginning. What an
        assumption has come to rest on since stands there too (see `resting`).
        """
        canvas = self._folds.at(self._canvas_id, self._reviewed or 0)
        if self._reviewed is None:
            self._note_reviews(canvas)
        for _, _, after in self._folds.walk(self._canvas_id, canvas):
            self._note_reviews(canvas := after)
        return {a.id: self._reviews[_review(a)] for a in canvas.assumptions}

    def _note_reviews(self, canvas: Canvas) -> None:
        for assumption in canvas.assumptions:
            review = _review(assumption)
            then = self._reviews.get(review, canvas)
            self._reviews[review] = resting(then, canvas, assumption)
        self._reviewed = canvas.revision

    def _line(self, record: Record, before: Canvas) -> HistoryLine:
        envelope = record.envelope
        if envelope.undoes is not None:
            sentence = wording.undone(self._told(envelope.undoes))
        elif envelope.redoes is not None:
            sentence = wording.redone(self._told(envelope.redoes))
        else:
            sentence = describe(envelope.edit, before)
        return HistoryLine(
            record.seq,
            record.at,
            record.client,
            record.author,
            sentence,
            envelope.undoes,
            envelope.redoes,
        )

    def _told(self, seq: int) -> str:
        line = self._lines[seq - 1]
        reverted = line.redoes if line.undoes is None else line.undoes
        return line.sentence if reverted is None else self._told(reverted)

    def revertible(self, seq: int | None) -> Revertible | None:
        """An edit with the sentence of the edit that it began with, through undos and redos."""
        if seq is None:
            return None
        record, before = self.recorded(self._trail.root(seq))
        return Revertible(seq, describe(record.envelope.edit, before))

    def recorded(self, seq: int) -> tuple[Record, Canvas]:
        """An edit, and the canvas that it was applied to."""
        start = self._folds.at(self._canvas_id, seq - 1)
        [(record, before, _)] = self._folds.walk(self._canvas_id, start, seq)
        return record, before

    def check_free(self, seq: int, client: str, verb: str, sentence: str) -> None:
        """Refuses when somebody else's later edit that still counts touches the same parts.

        Raises:
            EditRefusedError: with whose edit it is and what it did.
        """
        others = self._trail.others_after(seq, client)
        if not others:
            return
        record, before = self.recorded(seq)
        parts = touched(before, record.envelope.edit)
        start = self._folds.at(self._canvas_id, others[0] - 1)
        counting = frozenset(others)
        for later, canvas, _ in self._folds.walk(self._canvas_id, start, others[-1]):
            edit = later.envelope.edit
            if later.seq in counting and overlap(parts, touched(canvas, edit)):
                said = describe(edit, canvas)
                raise EditRefusedError(wording.in_the_way(verb, sentence, later.author, said))

    def overridden(self, seq: int) -> Overridden | None:
        """The edit that an edit changed again unseen, if there is one."""
        return self._overriding.by(seq, self.trail(seq))

    def lately_overridden(self, revision: int) -> tuple[Overridden, ...]:
        """What the last edits up to a revision or later changed again unseen, oldest first."""
        return self._overriding.lately(self.trail(revision))


def _review(assumption: Assumption) -> _Review:
    """What names the last review of an assumption; other words alone make no other."""
    looks = ((line.date, line.status, line.note) for line in assumption.looks)
    return assumption.id, *looks
