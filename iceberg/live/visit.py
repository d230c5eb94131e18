"""One page while it is connected: what it says, and what it is told."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from typing import Any, Final

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from iceberg.errors import IcebergError
from iceberg.live import limits
from iceberg.live.acts import Act, read_acts, text_of
from iceberg.live.doing import take
from iceberg.live.hub import Hub, Kind
from iceberg.live.limits import Bucket, Limits
from iceberg.live.room import Member, Room
from iceberg.meeting import Grant
from iceberg.workshop import Pulse, is_client

STILL_HERE: Final = '{"still": true}'
NOT_OURS, TOO_BIG, TOO_MUCH = 1008, 1009, 1013
"""Codes of RFC 6455, section 7.4.1, and of its registry: policy, size, try again later."""
_log = logging.getLogger("iceberg.live")


class Dismissed(Exception):  # noqa: N818 - says what happens; nothing has gone wrong here
    """A page is let go, with the code that it is told."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def _told(value: Any) -> int | None:
    """The revision up to which a page says that it has heard all warnings, if it says so."""
    return value if type(value) is int and value >= 0 else None


def _kind(grant: Grant, is_phone: bool) -> Kind:
    if is_phone:
        return "board"
    return "picture" if grant.may_facilitate else "view"


class Visit:
    """One page while it is connected."""

    def __init__(self, socket: WebSocket, hub: Hub, crowd: Limits, address: str) -> None:
        self._socket = socket
        self._hub = hub
        self._crowd = crowd
        self._address = address
        self._ear = _Ear(socket)
        self._member = Member()
        self._room: Room | None = None
        self._grant: Grant | None = None
        self._pen = ""
        self._sending_since: float | None = None

    async def run(self) -> None:
        """Serve the page until it goes or is let go."""
        works = (self._write(), self._read(), self._watch())
        working = [asyncio.create_task(work) for work in works]
        try:
            await asyncio.wait(working, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in working:
                task.cancel()
            ended = await asyncio.gather(*working, return_exceptions=True)
            await self._leave()
            await self._close(_code_of(ended))

    async def _close(self, code: int) -> None:
        if self._socket.application_state is WebSocketState.CONNECTED:
            with contextlib.suppress(RuntimeError, OSError, WebSocketDisconnect, TimeoutError):
                async with asyncio.timeout(limits.CLOSE_WITHIN_S):
                    await self._socket.close(code)

    async def _read(self) -> None:
        while True:
            if self._grant is None:
                await self._let_in()
            await self._take(await self._ear.hear())

    async def _let_in(self) -> None:
        """Hear a stranger out, who has some time and few words to say what to show."""
        try:
            async with asyncio.timeout(limits.STRANGERS_LEAVE_AFTER_S):
                for _ in range(limits.STRANGERS_MESSAGES):
                    await self._take(await self._ear.hear(limits.STRANGERS_FRAME_LIMIT))
                    if self._grant:
                        return
        except TimeoutError:
            pass
        raise Dismissed(NOT_OURS)

    async def _take(self, message: dict[str, Any]) -> None:
        if "show" in message:
            await self._show(message)
        if "still" in message:
            self._member.is_asking = True
            self._member.wake.set()
        if acts := read_acts(message.get("acts")):
            await self._do(text_of(message.get("pen")), acts)

    async def _show(self, message: dict[str, Any]) -> None:
        document, token = text_of(message["show"]), text_of(message.get("token"))
        if self._room and self._room.document != document:
            await self._leave()
        member = self._member
        member.held, member.held_own = text_of(message.get("holds")), None
        member.client, member.told = text_of(message.get("pen")), _told(message.get("told"))
        is_phone = message.get("as") == "board"
        try:
            self._grant = await asyncio.to_thread(self._hub.meetings.enter, document, token)
        except IcebergError as error:
            await self._leave()
            await self._send(json.dumps({"document": document, "shut": str(error)}))
            return
        member.proof = self._grant.link_proof
        if self._room is None:
            kind = _kind(self._grant, is_phone)
            self._room = self._hub.join(document, member, kind)
        else:
            member.wake.set()

    async def _leave(self) -> None:
        room, self._room, self._grant = self._room, None, None
        self._member.due = None
        if room:
            await self._hub.leave(room, self._member)

    async def _do(self, pen: str, acts: tuple[Act, ...]) -> None:
        grant = self._grant
        if grant is None or not is_client(pen):
            return
        # A page has one pen: with many, nothing could be limited by the device.
        self._pen = self._pen or pen
        if pen != self._pen:
            raise Dismissed(NOT_OURS)
        if not self._crowd.may_act(self._address, len(acts)):
            raise Dismissed(TOO_MUCH)
        await asyncio.to_thread(take, self._hub.meetings, self._hub.pens, grant, pen, acts)
        member, room = self._member, self._room
        due = None
        if room and any(act.document == room.document for act in acts):
            due = await asyncio.to_thread(self._pulse, room.document)
        # Both at once: the writer may be woken by something else at any await.
        member.due, member.answers = due, self._hub.pens.of(pen)
        member.wake.set()

    def _pulse(self, document: str) -> Pulse | None:
        with contextlib.suppress(Exception):
            return self._hub.meetings.workshop.pulses((document,)).get(document)
        return None

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
        self._sending_since = time.monotonic()
        await self._socket.send_text(text)
        self._sending_since = None

    async def _watch(self) -> None:
        """End the visit of a page that does not receive; a timer for each message costs far more.

        Raises:
            TimeoutError: it has taken too long.
        """
        while True:
            await asyncio.sleep(limits.SEND_WITHIN_S / 2)
            since = self._sending_since
            if since is not None and time.monotonic() - since > limits.SEND_WITHIN_S:
                raise TimeoutError


class _Ear:
    """Hears a page's messages, as long as they are of ours and not too many."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._messages = Bucket(limits.MESSAGES_AT_ONCE, limits.MESSAGES_A_SECOND)
        self._characters = Bucket(limits.CHARACTERS_AT_ONCE, limits.CHARACTERS_A_SECOND)

    async def hear(self, longest: int = limits.FRAME_LIMIT) -> dict[str, Any]:
        """The next message.

        Raises:
            Dismissed: it is none that a page of ours would send, or one too many.
            WebSocketDisconnect: the page has gone.
        """
        received = await self._socket.receive()
        if received["type"] != "websocket.receive":
            raise WebSocketDisconnect
        text = received.get("text")
        if not isinstance(text, str):
            raise Dismissed(NOT_OURS)
        if len(text) > longest:
            raise Dismissed(TOO_BIG)
        if not (self._messages.lets_through() and self._characters.lets_through(len(text))):
            raise Dismissed(TOO_MUCH)
        return _message(text)


def _message(text: str) -> dict[str, Any]:
    with contextlib.suppress(ValueError, RecursionError):
        message = json.loads(text)
        if isinstance(message, dict):
            return message
    raise Dismissed(NOT_OURS)


def _code_of(ended: list[BaseException | None]) -> int:
    """The code to close with; what was not foreseen is noted."""
    code = 1000
    for error in ended:
        if isinstance(error, Dismissed):
            code = error.code
        elif isinstance(error, Exception) and not isinstance(
            error, WebSocketDisconnect | TimeoutError
        ):
            _log.error("A live page was left", exc_info=error)
            code = 1011
    return code
