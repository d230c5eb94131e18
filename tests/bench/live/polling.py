"""A process with people at the baseline's page, each a WebSocket that speaks Streamlit's protocol.

``python -m tests.bench.live.polling`` reads a plan from its input. As a browser would, each asks
for the fragment again once a second, at a moment of its own. Edits go straight into the store.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
import time
from dataclasses import asdict
from typing import Any, Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from iceberg.edits import CardChanges, ChangeCard
from iceberg.store import open_store
from iceberg.workshop import Workshop
from tests.bench.live.plan import BEGUN, ENDED, Plan, Report

REVISION: Final = re.compile(r"revision (\d+)")
WARM_S, CATCH_UP_S = 1.5, 60.0


class Page:
    """One open page of the baseline."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.seen: list[tuple[float, int]] = []
        self.is_in = asyncio.Event()
        self._fragment = ""

    async def stay(self) -> None:
        """Come in, and ask until cancelled."""
        options: dict[str, Any] = {"subprotocols": [Subprotocol("streamlit")], "max_size": None}
        async with connect(self._plan.url, **options) as connection:
            await connection.send(self._asking())
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._hear(connection))
                tasks.create_task(self._ask(connection))

    async def _ask(self, connection: ClientConnection) -> None:
        await self.is_in.wait()
        await asyncio.sleep(random.random())
        while True:
            await connection.send(self._asking())
            await asyncio.sleep(1)

    def _asking(self) -> bytes:
        asked = BackMsg()
        asked.rerun_script.query_string = f"canvas={self._plan.canvas}"
        if self._fragment:
            asked.rerun_script.fragment_id = self._fragment
            asked.rerun_script.is_auto_rerun = True
        return bytes(asked.SerializeToString())

    async def _hear(self, connection: ClientConnection) -> None:
        async for message in connection:
            now, said = time.time(), ForwardMsg()
            said.ParseFromString(message if isinstance(message, bytes) else message.encode())
            if said.HasField("auto_rerun"):
                self._fragment = said.auto_rerun.fragment_id
            if found := REVISION.fullmatch(said.delta.new_element.text.body):
                self.seen.append((now, int(found[1])))
            if self._fragment and self.seen:
                self.is_in.set()


async def work(plan: Plan, store: str) -> Report:
    """Play all people; says when measuring begins and ends."""
    workshop = Workshop(open_store(store))
    pages = [Page(plan) for _ in plan.people]
    staying = [asyncio.create_task(page.stay()) for page in pages]
    await asyncio.gather(*(page.is_in.wait() for page in pages))
    sent = [await _edit(plan, workshop, 0)]
    await asyncio.sleep(WARM_S)
    print(BEGUN, flush=True)
    begun = time.monotonic()
    for number in range(1, plan.edits + 1):
        await asyncio.sleep(begun + number / plan.edits_a_second - time.monotonic())
        sent.append(await _edit(plan, workshop, number))
    print(ENDED, flush=True)
    await _catch_up(pages, workshop.revision(plan.canvas))
    for task in staying:
        task.cancel()
    return Report(sent, [page.seen for page in pages], [])


async def _edit(plan: Plan, workshop: Workshop, number: int) -> tuple[str, int, float]:
    at, card = plan.turns[number % len(plan.turns)]
    changes = CardChanges(text=f"What the room said in turn {number}")
    pen, now = plan.people[at].pen, time.time()
    edit = ChangeCard(card=card, changes=changes)
    await asyncio.to_thread(workshop.submit, plan.canvas, edit, pen, number + 1)
    return pen, number + 1, now


async def _catch_up(pages: list[Page], revision: int) -> None:
    end = time.monotonic() + CATCH_UP_S
    while time.monotonic() < end and any(page.seen[-1][1] < revision for page in pages):
        await asyncio.sleep(0.1)


if __name__ == "__main__":
    told = asyncio.run(work(Plan.from_json(sys.stdin.read()), sys.argv[1]))
    print(json.dumps(asdict(told)))
