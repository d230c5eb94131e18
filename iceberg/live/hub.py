"""One a process: sees what is new in the store and brings it to everybody who looks at it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, Literal, get_args

from iceberg.live.answers import Pens
from iceberg.live.board import board_of, nothing_own, own_parts
from iceberg.live.look import Looks
from iceberg.live.pieces import drawing_of
from iceberg.live.room import Member, Picture, Room
from iceberg.meeting import Meetings
from iceberg.model import Canvas
from iceberg.scene.parts import Scene
from iceberg.workshop import Pulse

LOOK_EVERY_S: Final = 0.25
"""How often the store is asked for what other processes have kept; this one's own is told."""
LOOK_WHERE_TOLD_S: Final = 5.0
"""How often it is asked all the same where the store itself tells what is new."""
_log = logging.getLogger("iceberg.live")

Kind = Literal["board", "picture", "view"]
"""What a page shows: the board of a phone, or the picture to work on or only to look at.

In this order they are drawn: most people are at phones, whose board is there in a moment."""
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
DrawScene = Callable[[str, Canvas], Scene]


class Hub:
    """The rooms of the canvases that are open, on one event loop.

    ``draw`` gives the scene of a canvas by its id. It is called from other threads, and so may be
    slow, but should keep what it has drawn: pages ask for the same scene.
    """

    def __init__(self, meetings: Meetings, pens: Pens, draw: DrawScene) -> None:
        self.meetings = meetings
        self.pens = pens
        self._draw = draw
        self._looks = Looks(meetings)
        self._rooms: dict[tuple[str, Kind], Room] = {}
        self._loop = asyncio.get_running_loop()
        meetings.workshop.listen(self._heard)
        self._stop_hearing: Callable[[], None] | None = None
        self._watch = asyncio.create_task(self._look())

    def join(self, document: str, member: Member, kind: Kind = "picture") -> Room:
        """Bring a member to a canvas's room."""
        room = self._rooms.get((document, kind))
        if room is None:
            draw = self._board if kind == "board" else partial(self._picture, kind == "picture")
            room = self._rooms[document, kind] = Room(document, partial(draw, document))
            # Nobody may have listened for this canvas until now.
            self._looks.changed(document)
        room.members.add(member)
        room.changed()
        return room

    async def leave(self, room: Room, member: Member) -> None:
        """Take a member out of a room; the last one puts out the light."""
        room.members.discard(member)
        if room.members:
            return
        for key in [key for key, known in self._rooms.items() if known is room]:
            del self._rooms[key]
            await room.close()
        if not any(document == room.document for document, _ in self._rooms):
            self._looks.forget(room.document)

    async def close(self) -> None:
        """Stop looking, and empty all rooms."""
        self.meetings.workshop.unlisten(self._heard)
        if self._stop_hearing:
            await asyncio.to_thread(self._stop_hearing)
        self._watch.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._watch
        rooms, self._rooms = list(self._rooms.values()), {}
        for room in rooms:
            await room.close()

    def _picture(self, is_open: bool, document: str) -> Picture:
        look = self._looks.of(document)
        scene = self._draw(document, look.seen)
        drawing = drawing_of(scene, look.seen if is_open else None, look.facts)
        return Picture(look.canvas.revision, drawing, look.pulse, look.proofs, look.warnings)

    def _board(self, document: str) -> Picture:
        look = self._looks.of(document)
        owners = self.meetings.workshop.owners(document, look.canvas.revision)
        own = own_parts(look.canvas, owners, look.ballots)
        drawing = board_of(look.seen, look.facts)
        return Picture(
            look.canvas.revision,
            drawing,
            look.pulse,
            look.proofs,
            look.warnings,
            own,
            nothing_own,
        )

    def _heard(self, document: str) -> None:
        with contextlib.suppress(RuntimeError):  # The loop has ended, and all pages with it.
            self._loop.call_soon_threadsafe(self._changed, document)

    def _changed(self, document: str) -> None:
        self._looks.changed(document)
        for kind in KINDS:
            if room := self._rooms.get((document, kind)):
                room.changed()

    async def _look(self) -> None:
        hear = self.meetings.workshop.hear_others
        self._stop_hearing = await asyncio.to_thread(hear, self._heard)
        while True:
            await asyncio.sleep(LOOK_WHERE_TOLD_S if self._stop_hearing else LOOK_EVERY_S)
            if not self._rooms:
                continue
            try:
                names = {document for document, _ in self._rooms}
                self._compare(await asyncio.to_thread(self.meetings.workshop.pulses, names))
            except Exception:
                _log.exception("The store could not be asked for what is new")

    def _compare(self, pulses: Mapping[str, Pulse]) -> None:
        for (document, _), room in list(self._rooms.items()):
            known = room.picture.pulse if room.picture and not room.is_gone else None
            if known != pulses.get(document):
                self._looks.changed(document)
                room.changed()
