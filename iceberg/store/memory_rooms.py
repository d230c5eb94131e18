"""Rooms, papers and doors that last as long as their process."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass, field

from iceberg.store.interface import Store, no_such_canvas
from iceberg.store.rooms import Door, Paper, Pulse, Room, taken_code


@dataclass(slots=True)
class _Around:
    room: Room | None = None
    papers: dict[tuple[str, str], str] = field(default_factory=dict)
    turns: int = 0


class MemoryRooms(Store):
    """The half of the store in memory that has no history."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._arounds: dict[str, _Around] = {}
        self._doors: dict[str, Door] = {}

    def _around(self, canvas_id: str) -> _Around:
        try:
            return self._arounds[canvas_id]
        except KeyError:
            raise no_such_canvas(canvas_id) from None

    def _make_room(self, canvas_id: str) -> None:
        self._arounds[canvas_id] = _Around()

    def _forget_room(self, canvas_id: str) -> None:
        self.close_doors(canvas_id)
        del self._arounds[canvas_id]

    def room(self, canvas_id: str) -> Room | None:
        """See ``Store``."""
        with self._lock:
            return self._around(canvas_id).room

    def keep_room(self, canvas_id: str, version: int, payload: str) -> bool:
        """See ``Store``."""
        with self._lock:
            around = self._around(canvas_id)
            if version - 1 != (around.room.version if around.room else 0):
                return False
            around.room = Room(version, payload)
            around.turns += 1
            return True

    def put_paper(self, canvas_id: str, kind: str, name: str, payload: str) -> None:
        """See ``Store``."""
        with self._lock:
            around = self._around(canvas_id)
            around.papers[kind, name] = payload
            around.turns += 1

    def paper(self, canvas_id: str, kind: str, name: str) -> str | None:
        """See ``Store``."""
        with self._lock:
            return self._around(canvas_id).papers.get((kind, name))

    def papers(self, canvas_id: str, kind: str) -> tuple[Paper, ...]:
        """See ``Store``."""
        with self._lock:
            kept = sorted(self._around(canvas_id).papers.items())
        return tuple(Paper(name, payload) for (of, name), payload in kept if of == kind)

    def remove_papers(self, canvas_id: str, kind: str, name: str | None = None) -> None:
        """See ``Store``."""
        with self._lock:
            around = self._around(canvas_id)
            gone = [
                (of, found) for of, found in around.papers if of == kind and name in (None, found)
            ]
            for key in gone:
                del around.papers[key]
            around.turns += bool(gone)

    def open_door(self, code: str, canvas_id: str, until: str) -> None:
        """See ``Store``."""
        with self._lock:
            around = self._around(canvas_id)
            if code in self._doors:
                raise taken_code(code)
            self._doors[code] = Door(canvas_id, until)
            around.turns += 1

    def door(self, code: str) -> Door | None:
        """See ``Store``."""
        with self._lock:
            return self._doors.get(code)

    def close_doors(self, canvas_id: str) -> None:
        """See ``Store``."""
        with self._lock:
            around = self._around(canvas_id)
            gone = [code for code, door in self._doors.items() if door.canvas_id == canvas_id]
            for code in gone:
                del self._doors[code]
            around.turns += bool(gone)

    def pulse(self, canvas_id: str) -> Pulse:
        """See ``Store``."""
        with self._lock:
            return Pulse(self.last(canvas_id), self._around(canvas_id).turns)

    def pulses(self, canvas_ids: Collection[str]) -> dict[str, Pulse]:
        """See ``Store``."""
        with self._lock:
            return {one: self.pulse(one) for one in canvas_ids if one in self._arounds}
