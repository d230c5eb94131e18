"""The live route on a real server, and pages that talk to it."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from websockets.sync.client import ClientConnection, connect

from iceberg.live.answers import Pens
from iceberg.live.hub import Hub
from iceberg.live.socket import Live
from iceberg.meeting import Access, Meetings
from iceberg.scene import build_scene
from iceberg.scene.placing import settled
from iceberg.store import open_store
from iceberg.workshop import Workshop
from tests.layout.samples import sample_canvas

PATIENCE_S = 10.0


class Page:
    """An open page: what it says and hears, the digest that it holds, and what is its own."""

    def __init__(self, connection: ClientConnection, pen: str) -> None:
        self.connection = connection
        self.pen = pen
        self.holds = ""
        self.own: dict[str, Any] = {}
        self.told: int | None = None
        self.warnings: list[str] = []

    def say(self, **message: Any) -> None:
        self.connection.send(json.dumps(message))

    def show(self, document: str) -> None:
        self.say(show=document, holds=self.holds, pen=self.pen, told=self.told)

    def do(self, document: str, seq: int, do: Any, seen: int = 0) -> None:
        act = {"seq": seq, "document": document, "seen": seen, "do": do}
        self.say(pen=self.pen, acts=[act])

    def hear(self, timeout: float = PATIENCE_S) -> dict[str, Any]:
        news: dict[str, Any] = json.loads(self.connection.recv(timeout))
        self.holds = news.get("digest", self.holds)
        self.own = news.get("own") or self.own
        self.told = news.get("revision", self.told)
        self.warnings += news.get("warnings", [])
        return news

    def hear_until(self, wanted: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        while not wanted(news := self.hear()):
            pass
        return news

    def hear_the_rest(self, seconds: float = 0.6) -> list[dict[str, Any]]:
        """All that comes until it is quiet for a while."""
        heard: list[dict[str, Any]] = []
        with suppress(TimeoutError):
            while True:
                heard.append(self.hear(seconds))
        return heard

    def is_left_alone(self, seconds: float = 0.6) -> bool:
        try:
            self.connection.recv(seconds)
        except TimeoutError:
            return True
        return False


class Serving:
    """A server with the live route over one store, and a canvas there, made when none is given."""

    def __init__(self, store: Path | str, canvas: str = "") -> None:
        self.store = store
        self.kept = open_store(str(store))
        self.workshop = Workshop(self.kept)
        self.meetings = Meetings(self.workshop, self.kept, Access(b"key"))
        self.canvas = canvas or self.workshop.create(settled(sample_canvas(12, 3)))
        self.url = ""
        self.open = ExitStack()

    def share(self, access: Access) -> None:
        """Serve others too: then links are asked for."""
        self.meetings = Meetings(self.workshop, self.kept, access)

    def page(self, pen: str = "pen", **options: Any) -> Page:
        connection = self.open.enter_context(connect(self.url, max_size=None, **options))
        return Page(connection, pen)

    def watching(self, pen: str = "pen") -> Page:
        """A page that shows the canvas and holds its drawing."""
        page = self.page(pen)
        page.show(self.canvas)
        page.hear()
        return page


@contextmanager
def served(serving: Serving) -> Iterator[Serving]:
    """A server that runs for a while."""
    hub = cache(
        lambda: Hub(serving.meetings, Pens(), lambda _canvas_id, canvas: build_scene(canvas))
    )
    app = Starlette(routes=[WebSocketRoute("/live", Live(hub).serve)])
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        serving.url = f"ws://127.0.0.1:{listener.getsockname()[1]}/live"
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="critical", lifespan="off", ws="websockets-sansio")
        )
        running = threading.Thread(target=lambda: asyncio.run(server.serve([listener])))
        running.start()
        while not server.started:
            running.join(0.01)
        yield serving
        serving.open.close()
        server.should_exit = True
        running.join(PATIENCE_S)
    serving.workshop.close()


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Serving]:
    with served(Serving(tmp_path / "store.sqlite")) as serving:
        yield serving
