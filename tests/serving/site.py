"""Two app processes on one database behind a load balancer, and people who come to them."""

from __future__ import annotations

import http.client
import signal
import socket
import ssl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from websockets.sync.client import connect
from websockets.typing import Origin

from iceberg.meeting import Access, Grant, Meetings
from iceberg.model import Canvas
from iceberg.store import Store
from iceberg.workshop import Workshop
from tests.browser.conftest import Server
from tests.layout.samples import sample_canvas
from tests.live.conftest import Page
from tests.serving.nginx import CERTIFICATE

NAME = "workshops.example.org"
COOKIE = "iceberg_process"
ANNE, BOB = "127.0.0.11", "127.0.0.12"
"""Addresses of visitors: all of 127.0.0.0/8 is this very machine, on Linux."""


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers by lower-case name, the body."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Site:
    """What stands behind one name: servers by their port, and what is kept."""

    port: int
    plain_port: int
    folder: Path
    servers: dict[int, Server]
    store: Store
    access: Access
    canvas: str = field(init=False)
    host: Grant = field(init=False)
    token: str = field(init=False)

    def __post_init__(self) -> None:
        self.open = ExitStack()
        self.workshop = Workshop(self.store)
        self.meetings = Meetings(self.workshop, self.store, self.access)
        self.open_canvas(sample_canvas(12, 3))

    def open_canvas(self, canvas: Canvas) -> None:
        """Keep a new canvas, and come to it as its host from now on."""
        self.canvas = self.workshop.create(canvas)
        self.host = Grant(self.canvas, "facilitator")
        self.token = self.meetings.doors.token(self.host, "facilitator")

    def ask(
        self,
        path: str,
        visitor: str = ANNE,
        process: int | None = None,
        method: str = "GET",
        body: bytes | None = None,
        port: int | None = None,
        **headers: str,
    ) -> Answer:
        """Ask the load balancer, as a visitor whom a process may have served before."""
        there = self._way(port, (visitor, 0))
        told = {"Host": NAME, **_cookie(process), **headers}
        there.request(method, path, body, {k.replace("_", "-"): v for k, v in told.items()})
        answer = there.getresponse()
        known = {name.lower(): value for name, value in answer.getheaders()}
        try:
            return Answer(answer.status, known, answer.read())
        finally:
            there.close()

    def _way(self, plain: int | None, source: tuple[str, int]) -> http.client.HTTPConnection:
        if plain:
            return http.client.HTTPConnection("127.0.0.1", plain, timeout=10, source_address=source)
        there = http.client.HTTPSConnection(
            NAME, self.port, timeout=10, source_address=source, context=self.trusting
        )
        # Nobody's name server knows the site: its name is asked for at this machine.
        there._create_connection = lambda address, *rest: socket.create_connection(  # type: ignore[attr-defined]
            ("127.0.0.1", address[1]), *rest
        )
        return there

    @cached_property
    def trusting(self) -> ssl.SSLContext:
        """Trusts the site's own certificate, and only that one."""
        return ssl.create_default_context(cafile=self.folder / CERTIFICATE)

    def page(
        self,
        pen: str,
        process: int | None = None,
        path: str = "iceberg-live",
        origin: str = f"https://{NAME}",
    ) -> Page:
        """A page's connection through the load balancer."""
        opened = connect(
            f"wss://{NAME}/{path}",
            ssl=self.trusting,
            sock=socket.create_connection(("127.0.0.1", self.port)),
            origin=Origin(origin),
            additional_headers=_cookie(process),
            max_size=None,
        )
        return Page(self.open.enter_context(opened), pen)

    def watching(self, pen: str, process: int, token: str = "") -> Page:
        """A page of a process that shows the canvas."""
        page = self.page(pen, process)
        page.say(show=self.canvas, token=token or self.token, holds="", pen=pen)
        page.hear()
        return page

    @contextmanager
    def without(self, process: int) -> Iterator[None]:
        """A process is killed, and started again at the end."""
        self.servers[process].stop(signal.SIGKILL)
        try:
            yield
        finally:
            self.servers[process].start()

    def logged(self) -> str:
        """All that nginx and the servers have written into logs."""
        logs = sorted(self.folder.rglob("*.log"))
        return "".join(log.read_text(encoding="utf-8") for log in logs)


def served_by(headers: Any) -> int:
    """The port of the process that an answer came from, as its cookie says."""
    name, value = headers["set-cookie"].split(";")[0].split("=")
    assert name == COOKIE
    return int(value)


def _cookie(process: int | None) -> dict[str, str]:
    return {"Cookie": f"{COOKIE}={process}"} if process else {}
