"""The histories of the canvases that were used last, and a lock for each canvas."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Final

from iceberg.store import Store
from iceberg.workshop.folds import Folds
from iceberg.workshop.history import History

_HISTORIES: Final = 64
_LOCKS: Final = 64


class Histories:
    """What has been read of canvases' histories; from any thread."""

    def __init__(self, store: Store, folds: Folds) -> None:
        self._store = store
        self._folds = folds
        self._kept: OrderedDict[str, History] = OrderedDict()
        self._locks = tuple(threading.RLock() for _ in range(_LOCKS))
        self._guard = threading.Lock()

    def lock(self, canvas_id: str) -> threading.RLock:
        """To be held while a history is read or appended to; some canvases share one."""
        return self._locks[hash(canvas_id) % _LOCKS]

    def of(self, canvas_id: str) -> History:
        """The history of a canvas; what is new in the store is read when it is asked for."""
        with self._guard:
            history = self._kept.get(canvas_id)
            if history is None:
                history = self._kept[canvas_id] = History(canvas_id, self._store, self._folds)
            self._kept.move_to_end(canvas_id)
            while len(self._kept) > _HISTORIES:
                self._kept.popitem(last=False)
            return history

    def forget(self, canvas_id: str) -> None:
        """Keep nothing of a canvas."""
        with self._guard:
            self._kept.pop(canvas_id, None)
