"""A process with people at phones and pictures, each a WebSocket of its own on the live route.

``python -m tests.bench.live.people`` reads a plan from its input. Each page does what the program's
own page does: it comes back with jitter when its connection is lost, says what it holds, and sends
again what has no answer. So none of its edits may be lost, and none kept twice.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import ssl
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from tests.bench.live.plan import BEGUN, ENDED, Person, Plan, Report

REVISION = re.compile(r'"revision":(\d+)')
DIGEST = re.compile(r'"digest":"([0-9a-f]*)"')
AGAIN_S, SOONEST_S, LATEST_S = 3.0, 0.25, 8.0
WARM_S, CATCH_UP_S = 1.5, 60.0


class Page:
    """One open page."""

    def __init__(self, plan: Plan, person: Person) -> None:
        self._plan, self._person = plan, person
        self._connection: ClientConnection | None = None
        self._waiting: list[dict[str, Any]] = []
        self._acts = 0
        self._holds = ""
        self._messages: list[str] = []
        self.seen: list[tuple[float, int]] = []
        self._sending: asyncio.Task[None] | None = None
        self.is_in = asyncio.Event()

    @property
    def revision(self) -> int:
        """What the page shows."""
        return self.seen[-1][1] if self.seen else -1

    @property
    def is_answered(self) -> bool:
        """Whether all that was done here has an answer."""
        return not self._waiting

    async def stay(self) -> None:
        """Come in, and come back, until cancelled."""
        wait = SOONEST_S
        while True:
            with suppress(OSError, WebSocketException, TimeoutError):
                async with self._coming() as connection:
                    await self._greet(connection)
                    wait = SOONEST_S
                    async for message in connection:
                        self._hear(str(message))
            self._connection = None
            await asyncio.sleep(wait * (0.5 + random.random()))
            wait = min(2 * wait, LATEST_S)

    def _coming(self) -> connect:
        options: dict[str, Any] = {"additional_headers": self._person.headers, "max_size": None}
        if self._plan.url.startswith("wss"):
            options["ssl"] = _trusting()
        return connect(self._plan.url, **options)

    async def _greet(self, connection: ClientConnection) -> None:
        person = self._person
        said = {"show": self._plan.canvas, "token": person.token, "holds": self._holds}
        await connection.send(json.dumps({**said, "as": person.shows, "pen": person.pen}))
        self._connection = connection
        await self._send(self._waiting)

    def _hear(self, message: str) -> None:
        now, found = time.time(), REVISION.search(message)
        if found is None:
            return
        self.seen.append((now, int(found[1])))
        self._messages.append(message)
        if digest := DIGEST.search(message):
            self._holds = digest[1]
        if '"answers":null' not in message:
            done = json.loads(message)["answers"]["done"]
            self._waiting = [act for act in self._waiting if act["seq"] > done]
        self.is_in.set()

    def reword(self, card: str, text: str) -> tuple[str, int, float]:
        """Change a card's text; gives the pen, the number under it, and when."""
        self._acts += 1
        edit = {"kind": "change_card", "card": card, "changes": {"text": text}}
        act = {"seq": self._acts, "document": self._plan.canvas, "seen": self.revision}
        self._waiting.append(act | {"do": {"edit": edit}})
        sent = (self._person.pen, self._acts, time.time())
        # As in a browser nobody waits until it has gone: a connection may be dying.
        self._sending = asyncio.create_task(self._send(self._waiting[-1:]))
        return sent

    async def send_again(self) -> None:
        """Send what has no answer, every few seconds, until cancelled."""
        while True:
            await asyncio.sleep(AGAIN_S)
            await self._send(self._waiting)

    async def _send(self, acts: list[dict[str, Any]]) -> None:
        if acts and self._connection:
            with suppress(WebSocketException):
                await self._connection.send(json.dumps({"pen": self._person.pen, "acts": acts}))

    def texts(self) -> dict[str, str]:
        """The text of each card, from all updates that came, taken in as the page's script does."""
        pieces: dict[str, Any] = {}
        for message in self._messages:
            update = json.loads(message)["update"]
            if update is None:
                continue
            kept = pieces if update["base"] else {}
            pieces = {k: v for k, v in kept.items() if k not in update["gone"]} | update["put"]
        shown = "facts/cards/" if self._is_open(pieces) else "cards/"
        return {k.removeprefix(shown): _text(v) for k, v in pieces.items() if k.startswith(shown)}

    @staticmethod
    def _is_open(pieces: dict[str, Any]) -> bool:
        return any(name.startswith("facts/cards/") for name in pieces)


def _text(card: dict[str, Any]) -> str:
    # A picture to look at has lines as they were wrapped instead of the text.
    return str(card.get("text", ""))


def _trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


async def work(plan: Plan) -> Report:
    """Play all people; says when measuring begins and ends."""
    pages = [Page(plan, person) for person in plan.people]
    staying = [asyncio.create_task(page.stay()) for page in pages]
    staying += [asyncio.create_task(page.send_again()) for page in pages]
    await asyncio.gather(*(page.is_in.wait() for page in pages))
    sent = [_edit(plan, pages, 0)]
    await asyncio.sleep(WARM_S)
    print(BEGUN, flush=True)
    sent += await _edits(plan, pages)
    print(ENDED, flush=True)
    await _catch_up(pages)
    for task in staying:
        task.cancel()
    texts = [shown for page in pages if any((shown := page.texts()).values())]
    different = [shown for at, shown in enumerate(texts) if shown not in texts[:at]]
    return Report(sent, [page.seen for page in pages], different)


async def _edits(plan: Plan, pages: list[Page]) -> list[tuple[str, int, float]]:
    """At their times, however long each takes."""
    sent, begun = [], time.monotonic()
    for number in range(1, plan.edits + 1):
        await asyncio.sleep(begun + number / plan.edits_a_second - time.monotonic())
        sent.append(_edit(plan, pages, number))
    return sent


def _edit(plan: Plan, pages: list[Page], number: int) -> tuple[str, int, float]:
    at, card = plan.turns[number % len(plan.turns)]
    return pages[at].reword(card, f"What the room said in turn {number}")


async def _catch_up(pages: list[Page]) -> None:
    end = time.monotonic() + CATCH_UP_S
    while time.monotonic() < end:
        await asyncio.sleep(0.1)
        newest = max(page.revision for page in pages)
        if all(page.is_answered and page.revision == newest for page in pages):
            return


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(work(Plan.from_json(sys.stdin.read()))))))
