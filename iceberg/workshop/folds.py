"""Canvases at any revision, folded from the store's rows and remembered."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Iterator, Mapping
from typing import Any, Final

from iceberg.errors import NotFoundError
from iceberg.model import Canvas
from iceberg.store import Store
from iceberg.workshop.records import Record, canvas_from_payload, canvas_to_payload, record_of

CHECKPOINT_EVERY: Final = 250
"""Edits between two kept folds: few enough to open fast, many enough to keep the store small."""
_CANVASES: Final = 64
_REVISIONS: Final = 32


class Folds:
    """The latest revisions of the canvases that are in use, shared by all threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._recent: OrderedDict[str, OrderedDict[int, Canvas]] = OrderedDict()
        self._lock = threading.Lock()

    def latest(self, canvas_id: str) -> Canvas:
        """The canvas with every edit that the store has.

        Raises:
            NotFoundError: the store does not have the canvas.
        """
        return self._walked(canvas_id, None)

    def at(self, canvas_id: str, revision: int) -> Canvas:
        """The canvas as it was after so many edits.

        Raises:
            NotFoundError: the canvas, or the revision, does not exist.
        """
        canvas = self._walked(canvas_id, revision)
        if canvas.revision != revision:
            raise NotFoundError(
                f"This canvas has no revision {revision}; the latest is {canvas.revision}."
            )
        return canvas

    def near(self, canvas_id: str, revision: int) -> Canvas:
        """The canvas at a revision like ``at``, without asking the store for one still at hand."""
        with self._lock:
            revisions = self._recent.get(canvas_id)
            found = revisions.get(revision) if revisions else None
        return found or self.at(canvas_id, revision)

    def walk(
        self, canvas_id: str, canvas: Canvas, upto: int | None = None
    ) -> Iterator[tuple[Record, Canvas, Canvas]]:
        """Each edit after a canvas's revision, with the canvas before it and after it."""
        for row in self._store.rows(canvas_id, canvas.revision, upto):
            record = record_of(row)
            before, canvas = canvas, advanced(canvas, record)
            self.remember(canvas_id, canvas)
            yield record, before, canvas

    def remember(self, canvas_id: str, canvas: Canvas) -> None:
        """Keeps a revision at hand, and now and then in the store."""
        with self._lock:
            revisions = self._recent.setdefault(canvas_id, OrderedDict())
            self._recent.move_to_end(canvas_id)
            if canvas.revision in revisions:
                return
            revisions[canvas.revision] = canvas
            _shorten(revisions, _REVISIONS)
            _shorten(self._recent, _CANVASES)
        if canvas.revision and canvas.revision % CHECKPOINT_EVERY == 0:
            self._store.keep_checkpoint(canvas_id, canvas.revision, canvas_to_payload(canvas))

    def forget(self, canvas_id: str) -> None:
        """Drops what is remembered of a canvas."""
        with self._lock:
            self._recent.pop(canvas_id, None)

    def _walked(self, canvas_id: str, upto: int | None) -> Canvas:
        start = self._start(canvas_id, upto)
        steps = self.walk(canvas_id, start, upto)
        last = deque((after for _, _, after in steps), maxlen=1)
        return last[0] if last else start

    def _start(self, canvas_id: str, upto: int | None) -> Canvas:
        with self._lock:
            revisions: Mapping[int, Canvas] = self._recent.get(canvas_id) or {}
            near = [seq for seq in revisions if upto is None or seq <= upto]
            canvas = revisions[max(near)] if near else None
        kept = None if canvas and upto is None else self._store.checkpoint(canvas_id, upto)
        if canvas and (kept is None or kept[0] <= canvas.revision):
            return canvas
        seq, payload = kept or (0, self._store.initial(canvas_id))
        canvas = canvas_from_payload(canvas_id, payload).model_copy(update={"revision": seq})
        self.remember(canvas_id, canvas)
        return canvas


def advanced(canvas: Canvas, record: Record) -> Canvas:
    """A canvas after a recorded edit, with the edit's seq as its revision."""
    after = record.envelope.edit.apply(canvas)
    return after.model_copy(update={"revision": record.seq})


def _shorten(remembered: OrderedDict[Any, Any], size: int) -> None:
    while len(remembered) > size:
        remembered.popitem(last=False)
