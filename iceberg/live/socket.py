"""The WebSocket route: one open page each, which says what it shows and what was done there.

A page sends ``{"show": canvas id, "token": …, "holds": digest of its drawing}`` and
``{"pen": …, "acts": […]}``; a phone also says ``"as": "board"`` and its ``pen`` at once.

It gets ``{"document", "revision", "digest", "update", "answers", "own", "now"}``: what it needs to
come from the drawing that it holds to the newest one (see ``pieces.update``), the answers to its
acts, what is told to a phone alone, and the time in milliseconds since 1970. A page that is slow
gets fewer, later ones; it never holds up others. ``{"still": true}`` comes back as it is, so that
a page can find out whether the connection holds.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from iceberg.errors import IcebergError
from iceberg.live.acts import Act, read_acts, text_of
from iceberg.live.doing import take
from iceberg.live.hub import Hub, Kind
from iceberg.live.room import Member, Room
from iceberg.meeting import Grant
from iceberg.workshop import is_client

FRAME_LIMIT: Final = 2_000_000
"""Characters in one message; a page sends what is longer in several."""
STILL_HERE: Final = '{"still": true}'
SEND_WITHIN_S: Final = 20.0
"""A page that takes longer to receive has gone; it comes back by itself."""
_log = logging.getLogger("iceberg.live")


class Live:
    """The endpoint; ``hub`` gives this process's hub, made when the first page comes."""

    def __init__(self, hub: Callable[[], Hub]) -> None:
        self._hub = hub

    async def serve(self, socket: WebSocket) -> None:
        """Serve one page until it goes."""
        if not is_own_page(socket):
            await socket.close(code=1008)
            return
        await socket.accept()
        await _Visit(socket, self._hub()).run()


def is_own_page(socket: WebSocket) -> bool:
    """Whether a page of this very server asks, or no browser at all."""
    origin = socket.headers.get("origin")
    if origin is None:
        return True
    hosts = {socket.headers.get("host"), socket.headers.get("x-forwarded-host")}
    return urlsplit(origin).netloc in hosts


def _kind(grant: Grant, is_phone: bool) -> Kind:
    if is_phone:
        return "board"
    return "picture" if grant.may_facilitate else "view"


class _Visit:
    """One page while it is connected."""

    def __init__(self, socket: WebSocket, hub: Hub) -> None:
        self._socket = socket
        self._hub = hub
        self._member = Member()
        self._room: Room | None = None
        self._grant: Grant | None = None

    async def run(self) -> None:
        writing = asyncio.create_task(self._write())
        reading = asyncio.create_task(self._read())
        try:
            await asyncio.wait((writing, reading), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (writing, reading):
                task.cancel()
            for ended in await asyncio.gather(writing, reading, return_exceptions=True):
                self._note(ended)
            await self._leave()
            await self._close()

    @staticmethod
    def _note(ended: object) -> None:
        expected = (WebSocketDisconnect, asyncio.CancelledError, TimeoutError)
        if isinstance(ended, Exception) and not isinstance(ended, expected):
            _log.error("A live page was left", exc_info=ended)

    async def _close(self) -> None:
        if self._socket.application_state is WebSocketState.CONNECTED:
            with contextlib.suppress(RuntimeError, OSError, WebSocketDisconnect):
                await self._socket.close()

    async def _read(self) -> None:
        while (message := await self._next()) is not None:
            if "show" in message:
                await self._show(message)
            if "still" in message:
                self._member.is_asking = True
                self._member.wake.set()
            acts = read_acts(message.get("acts"))
            if acts:
                await self._do(text_of(message.get("pen")), acts)

    async def _next(self) -> dict[str, Any] | None:
        """The next message; None when it is none that a page of ours would send."""
        received = await self._socket.receive()
        if received["type"] != "websocket.receive":
            return None
        text = received.get("text")
        if not isinstance(text, str) or len(text) > FRAME_LIMIT:
            return None
        with contextlib.suppress(ValueError, RecursionError):
            message = json.loads(text)
            return message if isinstance(message, dict) else None
        return None

    async def _show(self, message: dict[str, Any]) -> None:
        document, token = text_of(message["show"]), text_of(message.get("token"))
        if self._room and self._room.document != document:
            await self._leave()
        member = self._member
        member.held, member.held_own = text_of(message.get("holds")), None
        member.client = text_of(message.get("pen"))
        try:
            self._grant = await asyncio.to_thread(self._hub.meetings.enter, document, token)
        except IcebergError as error:
            await self._leave()
            await self._send(json.dumps({"document": document, "shut": str(error)}))
            return
        member.proof = self._grant.link_proof
        if self._room is None:
            kind = _kind(self._grant, message.get("as") == "board")
            self._room = self._hub.join(document, member, kind)
        else:
            member.wake.set()

    async def _leave(self) -> None:
        room, self._room, self._grant = self._room, None, None
        self._member.due = 0
        if room:
            await self._hub.leave(room, self._member)

    async def _do(self, pen: str, acts: tuple[Act, ...]) -> None:
        grant = self._grant
        if grant is None or not is_client(pen):
            return
        await asyncio.to_thread(take, self._hub.meetings, self._hub.pens, grant, pen, acts)
        member, room = self._member, self._room
        due = 0
        if room and any(act.document == room.document for act in acts):
            due = await asyncio.to_thread(self._revision, room.document)
        # Both at once: the writer may be woken by something else at any await.
        member.due, member.answers = due, self._hub.pens.of(pen)
        member.wake.set()

    def _revision(self, document: str) -> int:
        with contextlib.suppress(Exception):
            return self._hub.meetings.workshop.revision(document)
        return 0

    async def _write(self) -> None:
        member = self._member
        while True:
            await member.wake.wait()
            member.wake.clear()
            if member.is_asking:
                member.is_asking = False
                await self._send(STILL_HERE)
            news = self._room.news_for(member) if self._room else None
            if news is not None:
                await self._send(news)

    async def _send(self, text: str) -> None:
        await asyncio.wait_for(self._socket.send_text(text), SEND_WITHIN_S)
