"""The baseline: the same rooms on a Streamlit fragment that asks every second."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from iceberg.meeting.access import access_from
from iceberg.store import open_store
from tests.bench.live.rooms import SECONDS, House, measured
from tests.browser.conftest import Server


@pytest.fixture(scope="module")
def polled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The baseline's app, with a store of its own."""
    folder = tmp_path_factory.mktemp("polled")
    server = Server(Path(__file__).with_name("polled_app.py"), folder)
    try:
        server.start()
        with open_store(str(server.store)) as store:
            url = server.url.replace("http", "ws") + "/_stcore/stream"
            yield House([server], store, access_from({}, folder), url)
    finally:
        server.stop()


@pytest.mark.parametrize("clients", [10, 60])
def test_a_room_that_polls(benchmark: Any, polled: House, tell: Any, clients: int) -> None:
    plan = polled.plan(clients, 100, 5)
    program = ("tests.bench.live.polling", str(polled.servers[0].store))
    found = benchmark.pedantic(lambda: measured(polled, plan, program))
    tell(f"{clients} clients of a polling fragment, 5 edits/s, 100 cards", found.figures(SECONDS))
    assert (found.missed, found.doubled) == (0, 0)
