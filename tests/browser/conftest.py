"""Real servers for the browser tests, and pages that remember what they asked for and said."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page

from iceberg.model import Canvas
from iceberg.ui import session
from tests.browser.direct import AtWork, new_canvas

if TYPE_CHECKING:
    from tests.browser.workshop import Room

ROOT = Path(__file__).parents[2]
STARTS_WITHIN_S = 90
STOPS_WITHIN_S = 10

Start = Callable[..., str]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_healthy(url: str) -> bool:
    with contextlib.suppress(OSError), urllib.request.urlopen(f"{url}/_stcore/health") as answer:
        return bool(answer.status == 200)
    return False


def _wait_for(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    end = time.monotonic() + STARTS_WITHIN_S
    while not _is_healthy(url):
        if process.poll() is not None or time.monotonic() > end:
            pytest.fail(f"The app did not start:\n{log.read_text(encoding='utf-8')}")
        time.sleep(0.1)


class Server:
    """The app on one port, with a store of its own in a folder; it can be killed and come back."""

    def __init__(self, script: Path, folder: Path, *options: str, **environment: str) -> None:
        self.folder = folder
        self._environment = environment
        self.url = f"http://127.0.0.1:{_free_port()}"
        self._home = f"{self.url}{_base(options)}"
        port = self.url.rsplit(":", 1)[1]
        self._command = [sys.executable, "-m", "streamlit", "run", str(script)]
        self._command += ["--server.port", port, "--server.headless", "true"]
        self._command += ["--server.address", "127.0.0.1", *options]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def home(self) -> str:
        """The address of the app itself, below the server's base path."""
        return self._home

    @property
    def pid(self) -> int:
        """The process that serves."""
        assert self._process is not None
        return self._process.pid

    @property
    def store(self) -> Path:
        """The file that the server keeps canvases in."""
        return self.folder / "store.sqlite"

    def start(self) -> None:
        """Start, and wait until it answers."""
        log = self.folder / "server.log"
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env={**os.environ, "ICEBERG_STORE": str(self.store), **self._environment},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        _wait_for(self._process, self.home, log)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop, gently or with SIGKILL."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        try:
            process.wait(STOPS_WITHIN_S)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(STOPS_WITHIN_S)


@contextlib.contextmanager
def serving(script: Path, folder: Path, *options: str) -> Iterator[str]:
    """A server on a free port with a store of its own in ``folder``; gives its address."""
    server = Server(script, folder, *options)
    try:
        server.start()
        yield server.home
    finally:
        server.stop()


def _base(options: tuple[str, ...]) -> str:
    if "--server.baseUrlPath" not in options:
        return ""
    return "/" + options[options.index("--server.baseUrlPath") + 1]


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real app with an empty store, one for the whole run."""
    with serving(ROOT / "app.py", tmp_path_factory.mktemp("app")) as url:
        yield url


@dataclass
class Watched:
    """A browser page, with every address it asked for and everything its console said."""

    page: Page
    home: str
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def elsewhere(self) -> list[str]:
        """Requests that left the server's own address; data: and blob: stay in the browser."""
        own = tuple(f"{scheme}://{self.home.split('://')[1]}" for scheme in ("http", "ws"))
        at_home = (*own, "data:", "blob:", "about:")
        return [url for url in self.requests if not url.startswith(at_home)]


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens pages: ``watched(url, width, height, **context options)``; closes them at the end."""
    contexts = []

    def open_page(url: str, width: int = 1280, height: int = 720, **options: object) -> Watched:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **options
        )
        contexts.append(context)
        page = context.new_page()
        seen = Watched(page, "/".join(url.split("/")[:3]))
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("websocket", lambda socket: seen.requests.append(socket.url))
        page.on("console", lambda message: seen.console.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: seen.console.append(f"error: {error}"))
        page.goto(url)
        return seen

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real app, to be worked with; a test that kills it starts it again."""
    server = Server(ROOT / "app.py", tmp_path_factory.mktemp("direct"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def work(watched: Callable[..., Watched], server: Server) -> Iterator[AtWork]:
    """A new canvas, open on a projector's screen."""
    seen = watched(server.home, 1920, 1080)
    yield new_canvas(seen.page, server.store)
    assert seen.elsewhere() == []
    assert [line for line in seen.console if line.startswith("error")] == []


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app as it serves others too."""
    from tests.browser.workshop import SHARED

    server = Server(ROOT / "app.py", tmp_path_factory.mktemp("shared"), **SHARED)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def room(watched: Callable[..., Watched], shared: Server) -> Room:
    """A new canvas that is open to others."""
    from tests.browser.workshop import new_room

    catalog = session.catalog()
    layers = tuple(catalog.layer(name) for name in ("national", "place"))
    canvas = Canvas(title="The lunch club", place="Northfield", layers=layers)
    return new_room(shared, watched, canvas)
