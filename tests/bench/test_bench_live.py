"""A room full of pages on one canvas: how soon each sees what one of them does.

Every client is a WebSocket of its own, all in this process, so that latencies are read off one
clock; the server is a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect

from iceberg.scene.placing import settled
from iceberg.store import open_store
from iceberg.workshop import Workshop
from tests.browser.conftest import ROOT, Server
from tests.layout.samples import sample_canvas

CARDS = 100
SECONDS = 12


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real app, without a browser."""
    server = Server(ROOT / "app.py", tmp_path_factory.mktemp("live"))
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize("rate", [1, 5])
@pytest.mark.parametrize("clients", [10, 30, 60, 120])
def test_how_soon_all_see_what_one_does(
    benchmark: Any, room: Server, clients: int, rate: int
) -> None:
    workshop = Workshop(open_store(str(room.store)))
    canvas = workshop.create(settled(sample_canvas(CARDS, 3, links_per_card=1.5)))
    before = _processor_seconds(room)
    crowd = Crowd(room.url.replace("http", "ws") + "/iceberg-live", canvas, clients, rate)
    benchmark.pedantic(lambda: asyncio.run(crowd.work()))
    used = _processor_seconds(room) - before
    sent = SECONDS * rate
    assert workshop.revision(canvas) == sent
    assert [len(seen) for seen in crowd.seen] == [sent] * clients
    workshop.close()
    marks = quantiles([at for seen in crowd.seen for at in seen.values()], n=100)
    benchmark.extra_info["latency ms"] = {
        name: round(1000 * marks[at - 1]) for name, at in (("p50", 50), ("p95", 95), ("p99", 99))
    }
    benchmark.extra_info["share of a core"] = f"{100 * used / SECONDS:.0f}%"


class Crowd:
    """Clients who take turns to score a card; each notes when it has seen each edit."""

    def __init__(self, url: str, canvas: str, clients: int, rate: int) -> None:
        self._url = url
        self._canvas = canvas
        self._rate = rate
        self._sent: dict[int, float] = {}
        self.seen: list[dict[int, float]] = [{} for _ in range(clients)]

    async def work(self) -> None:
        """Come in, work, wait for what is still on its way, and leave."""
        pages = [await connect(self._url, max_size=None) for _ in self.seen]
        for page in pages:
            await page.send(json.dumps({"show": self._canvas, "holds": ""}))
            await page.recv()
        listening = [
            asyncio.create_task(self._listen(page, seen))
            for page, seen in zip(pages, self.seen, strict=True)
        ]
        for number in range(1, SECONDS * self._rate + 1):
            await self._edit(pages[number % len(pages)], number)
            await asyncio.sleep(1 / self._rate)
        await asyncio.wait(listening, timeout=10)
        for task, page in zip(listening, pages, strict=True):
            task.cancel()
            await page.close()

    async def _edit(self, page: ClientConnection, number: int) -> None:
        effect = ("helps", "resists")[number % 2]
        changes = {"force": {"effect": effect, "strength": 3}}
        edit = {"kind": "change_card", "card": f"c{number % CARDS}", "changes": changes}
        act = {"seq": 1, "document": self._canvas, "seen": 0, "do": {"edit": edit}}
        self._sent[number] = time.perf_counter()
        await page.send(json.dumps({"pen": f"{self._canvas}-{number}", "acts": [act]}))

    async def _listen(self, page: ClientConnection, seen: dict[int, float]) -> None:
        """A message shows every edit up to its revision: edits are kept in their order."""
        while len(seen) < SECONDS * self._rate:
            revision = json.loads(await page.recv())["revision"]
            now = time.perf_counter()
            for number in range(len(seen) + 1, revision + 1):
                seen[number] = now - self._sent[number]


def _processor_seconds(server: Server) -> float:
    fields = Path(f"/proc/{server.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100
