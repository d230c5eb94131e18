"""One a process: sees what is new in the store and brings it to everybody who looks at it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Final

from iceberg.errors import NotFoundError
from iceberg.live.answers import Pens
from iceberg.live.pieces import drawing_of
from iceberg.live.room import Member, Picture, Room
from iceberg.model import Canvas
from iceberg.scene.parts import Scene
from iceberg.workshop import Workshop

LOOK_EVERY_S: Final = 0.25
"""How often the store is asked for what other processes have kept; this one's own is told."""
_log = logging.getLogger("iceberg.live")

DrawScene = Callable[[str, Canvas], Scene]


class Hub:
    """The rooms of the canvases that are open, on one event loop.

    ``draw`` gives the scene of a canvas by its id. It is called from other threads, and so may be
    slow, but should keep what it has drawn: pages ask for the same scene.
    """

    def __init__(self, workshop: Workshop, pens: Pens, draw: DrawScene) -> None:
        self.workshop = workshop
        self.pens = pens
        self._draw = draw
        self._rooms: dict[str, Room] = {}
        self._loop = asyncio.get_running_loop()
        self._watch = asyncio.create_task(self._look())
        workshop.listen(self._heard)

    def join(self, document: str, member: Member) -> Room:
        """Bring a member to a canvas's room."""
        room = self._rooms.get(document)
        if room is None:
            room = self._rooms[document] = Room(document, lambda: self._picture(document))
        room.members.add(member)
        room.changed()
        return room

    async def leave(self, room: Room, member: Member) -> None:
        """Take a member out of a room; the last one puts out the light."""
        room.members.discard(member)
        if not room.members and self._rooms.get(room.document) is room:
            del self._rooms[room.document]
            await room.close()

    async def close(self) -> None:
        """Stop looking, and empty all rooms."""
        self.workshop.unlisten(self._heard)
        self._watch.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._watch
        rooms, self._rooms = list(self._rooms.values()), {}
        for room in rooms:
            await room.close()

    def _picture(self, document: str) -> Picture:
        canvas = self.workshop.open(document)
        scene = self._draw(document, canvas)
        return Picture(canvas.revision, drawing_of(scene, canvas))

    def _heard(self, document: str) -> None:
        with contextlib.suppress(RuntimeError):  # The loop has ended, and all pages with it.
            self._loop.call_soon_threadsafe(self._changed, document)

    def _changed(self, document: str) -> None:
        if room := self._rooms.get(document):
            room.changed()

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            known = {name: room.revision for name, room in self._rooms.items() if not room.is_gone}
            if not known:
                continue
            try:
                for name in await asyncio.to_thread(self._moved, known):
                    self._changed(name)
            except Exception:
                _log.exception("The store could not be asked for what is new")

    def _moved(self, known: dict[str, int]) -> list[str]:
        return [name for name, revision in known.items() if self._last(name) != revision]

    def _last(self, document: str) -> int | None:
        try:
            return self.workshop.revision(document)
        except NotFoundError:
            return None
