"""What serves the rooms, and the table of what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest

from iceberg.meeting.access import access_from
from iceberg.store import VARIABLE, open_store
from tests.bench.live.rooms import House, calm
from tests.browser.conftest import ROOT, Server
from tests.browser.workshop import SHARED
from tests.postgres import Cluster

COLUMNS: Final = ("p50 ms", "p95 ms", "p99 ms", "core %", "MB", "missed", "doubled")
_told: list[tuple[str, dict[str, Any]]] = []


@pytest.fixture
def tell(benchmark: Any, request: pytest.FixtureRequest) -> Any:
    """Keeps a room's figures for the table and for pytest-benchmark's file."""

    def keep(name: str, figures: dict[str, Any]) -> None:
        benchmark.extra_info.update(figures, room=name, test=request.node.name)
        _told.append((name, figures))

    return keep


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One table of all rooms."""
    if not _told:
        return
    wide = max(len(name) for name, _ in _told)
    terminalreporter.section("rooms: from an edit's being sent to its being seen by the others")
    terminalreporter.write_line(f"{'':{wide}}" + "".join(f"{name:>9}" for name in COLUMNS))
    for name, figures in _told:
        cells = "".join(f"{figures.get(column, '–'):>9}" for column in COLUMNS)
        terminalreporter.write_line(f"{name:{wide}}{cells}")


def _house(folder: Any, database: str | None = None) -> Iterator[House]:
    told = {VARIABLE: database} if database else {}
    server = Server(ROOT / "app.py", folder, **SHARED, **told)
    url = server.url.replace("http", "ws") + "/iceberg-live"
    try:
        server.start()
        calm([server])
        with open_store(database or str(server.store)) as store:
            yield House([server], store, access_from(SHARED, folder), url)
    finally:
        server.stop()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The real app on SQLite, as it serves others too."""
    yield from _house(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="module")
def postgres_house(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The real app on Postgres."""
    yield from _house(tmp_path_factory.mktemp("house"), cluster.address())
