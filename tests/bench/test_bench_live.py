"""A room full of pages on one canvas: how soon each sees what one of them does.

Every client is a WebSocket of its own, all in this process, so that latencies are read off one
clock; the server is a process of its own. As in a real room all but three are phones; in the
second variant all show the picture.
"""

from __future__ import annotations

import asyncio
import json
import re
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
PICTURES = 3
REVISION = re.compile(r'"revision":(\d+)')


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real app, without a browser."""
    server = Server(ROOT / "app.py", tmp_path_factory.mktemp("live"))
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize("shown", ["phones", "all pictures"])
@pytest.mark.parametrize("rate", [1, 5])
@pytest.mark.parametrize("clients", [10, 30, 60, 120])
def test_how_soon_all_see_what_one_does(
    benchmark: Any, room: Server, clients: int, rate: int, shown: str
) -> None:
    workshop = Workshop(open_store(str(room.store)))
    canvas = workshop.create(settled(sample_canvas(CARDS, 3, links_per_card=1.5)))
    pictures = clients if shown == "all pictures" else PICTURES
    crowd = Crowd(room, canvas, clients, rate, pictures)
    benchmark.pedantic(lambda: asyncio.run(crowd.work()))
    kept = [(line.client, line.sentence) for line in workshop.history(canvas)]
    workshop.close()
    marks = quantiles(crowd.latencies(), n=100)
    benchmark.extra_info["latency ms"] = {
        name: round(1000 * marks[at - 1]) for name, at in (("p50", 50), ("p95", 95), ("p99", 99))
    }
    benchmark.extra_info["share of a core"] = f"{100 * crowd.used / SECONDS:.1f}%"
    lost = sum(crowd.edits - len(seen) for seen in crowd.seen)
    benchmark.extra_info["lost, doubled"] = (lost, len(kept) - crowd.edits)
    assert (lost, len(kept)) == (0, crowd.edits)


class Crowd:
    """Clients who take turns to reword a card; each notes when it has seen each edit.

    The first edit is a warm-up: it finds the canvas unread, and is left out of all figures.
    """

    def __init__(self, server: Server, canvas: str, clients: int, rate: int, pictures: int) -> None:
        self._server = server
        self._canvas = canvas
        self._rate = rate
        self._pictures = pictures
        self._sent: dict[int, float] = {}
        self.seen: list[dict[int, float]] = [{} for _ in range(clients)]
        self.edits = 1 + SECONDS * rate
        self.used = 0.0

    def latencies(self) -> list[float]:
        """Seconds from each edit to each client's seeing it, without the warm-up."""
        return [at for seen in self.seen for number, at in seen.items() if number > 1]

    async def work(self) -> None:
        """Come in, work, wait for what is still on its way, and leave."""
        url = self._server.url.replace("http", "ws") + "/iceberg-live"
        pages = [await connect(url, max_size=None) for _ in self.seen]
        for number, page in enumerate(pages):
            shown = "picture" if number < self._pictures else "board"
            show = {"show": self._canvas, "holds": "", "as": shown, "pen": self._pen(number)}
            await page.send(json.dumps(show))
            await page.recv()
        listening = [
            asyncio.create_task(self._listen(page, seen))
            for page, seen in zip(pages, self.seen, strict=True)
        ]
        await self._edit(pages, 1)
        await asyncio.sleep(2)
        before = processor_seconds(self._server)
        for number in range(2, self.edits + 1):
            await self._edit(pages, number)
            await asyncio.sleep(1 / self._rate)
        self.used = processor_seconds(self._server) - before
        await asyncio.wait(listening, timeout=10)
        for task, page in zip(listening, pages, strict=True):
            task.cancel()
            await page.close()

    def _pen(self, client: int) -> str:
        return f"{self._canvas}-{client}"

    async def _edit(self, pages: list[ClientConnection], number: int) -> None:
        client = number % len(pages)
        changes = {"text": f"What the room said in turn {number}"}
        edit = {"kind": "change_card", "card": f"c{number % CARDS}", "changes": changes}
        act = {"seq": number, "document": self._canvas, "seen": number - 1, "do": {"edit": edit}}
        self._sent[number] = time.perf_counter()
        await pages[client].send(json.dumps({"pen": self._pen(client), "acts": [act]}))

    async def _listen(self, page: ClientConnection, seen: dict[int, float]) -> None:
        """A message shows every edit up to its revision: edits are kept in their order."""
        while len(seen) < self.edits:
            found = REVISION.search(str(await page.recv()))
            now = time.perf_counter()
            for number in range(len(seen) + 1, int(found[1] if found else 0) + 1):
                seen[number] = now - self._sent[number]


def processor_seconds(server: Server) -> float:
    """What the server's process has used so far."""
    fields = Path(f"/proc/{server.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100
