"""A store that lasts as long as its process."""

from __future__ import annotations

from dataclasses import dataclass, field

from iceberg.store.interface import (
    Appended,
    CanvasEntry,
    EditRow,
    Outcome,
    Redelivered,
    Taken,
    no_such_canvas,
)
from iceberg.store.memory_rooms import MemoryRooms


@dataclass(slots=True)
class _Kept:
    title: str
    updated: str
    payload: str
    rows: list[EditRow] = field(default_factory=list)
    delivered: dict[tuple[str, int], int] = field(default_factory=dict)
    checkpoints: dict[int, str] = field(default_factory=dict)


class MemoryStore(MemoryRooms):
    """For tests and for trying things out; nothing is written anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self._canvases: dict[str, _Kept] = {}

    def _kept(self, canvas_id: str) -> _Kept:
        try:
            return self._canvases[canvas_id]
        except KeyError:
            raise no_such_canvas(canvas_id) from None

    def create(self, canvas_id: str, title: str, payload: str, at: str) -> None:
        """See ``Store``."""
        with self._lock:
            if canvas_id in self._canvases:
                raise ValueError(f"there is a canvas {canvas_id} already")
            self._canvases[canvas_id] = _Kept(title, at, payload)
            self._make_room(canvas_id)

    def initial(self, canvas_id: str) -> str:
        """See ``Store``."""
        with self._lock:
            return self._kept(canvas_id).payload

    def append(self, row: EditRow, title: str) -> Outcome:
        """See ``Store``."""
        with self._lock:
            kept = self._kept(row.canvas_id)
            earlier = self._delivered(kept, row.client, row.client_seq)
            if earlier is not None:
                return Redelivered(earlier)
            if row.seq != len(kept.rows) + 1:
                return Taken(len(kept.rows))
            kept.rows.append(row)
            kept.title, kept.updated = title, row.at
            if row.client_seq is not None:
                kept.delivered[row.client, row.client_seq] = row.seq
            return Appended(row.seq)

    def rows(self, canvas_id: str, after: int = 0, upto: int | None = None) -> tuple[EditRow, ...]:
        """See ``Store``."""
        with self._lock:
            return tuple(self._kept(canvas_id).rows[after:upto])

    def last(self, canvas_id: str) -> int:
        """See ``Store``."""
        with self._lock:
            return len(self._kept(canvas_id).rows)

    def delivered(self, canvas_id: str, client: str, client_seq: int) -> int | None:
        """See ``Store``."""
        with self._lock:
            return self._delivered(self._kept(canvas_id), client, client_seq)

    @staticmethod
    def _delivered(kept: _Kept, client: str, client_seq: int | None) -> int | None:
        return None if client_seq is None else kept.delivered.get((client, client_seq))

    def canvases(self) -> tuple[CanvasEntry, ...]:
        """See ``Store``."""
        with self._lock:
            entries = [
                CanvasEntry(canvas_id, kept.title, kept.updated, len(kept.rows))
                for canvas_id, kept in sorted(self._canvases.items())
            ]
        return tuple(sorted(entries, key=lambda entry: entry.updated, reverse=True))

    def keep_checkpoint(self, canvas_id: str, seq: int, payload: str) -> None:
        """See ``Store``."""
        with self._lock:
            self._kept(canvas_id).checkpoints.setdefault(seq, payload)

    def checkpoint(self, canvas_id: str, upto: int | None = None) -> tuple[int, str] | None:
        """See ``Store``."""
        with self._lock:
            checkpoints = self._kept(canvas_id).checkpoints
            seqs = [seq for seq in checkpoints if upto is None or seq <= upto]
            return (max(seqs), checkpoints[max(seqs)]) if seqs else None

    def delete(self, canvas_id: str) -> None:
        """See ``Store``."""
        with self._lock:
            self._forget_room(canvas_id)
            del self._canvases[canvas_id]

    def close(self) -> None:
        """See ``Store``."""
