"""Two processes on one Postgres behind nginx, one of which is killed again and again."""

from __future__ import annotations

import signal
import threading
import time
from typing import Any, Final

import pytest

from tests.bench.live.rooms import SECONDS, House, measured
from tests.serving.conftest import balancer, site
from tests.serving.site import COOKIE, Site

__all__ = ["balancer", "site"]
EVERY_S: Final = 10.0
LASTS_S: Final = min(2.4 * SECONDS, 18.0)


@pytest.fixture
def behind(site: Site) -> House:
    """The site as a house, by the load balancer's address."""
    url = f"wss://127.0.0.1:{site.port}/iceberg-live"
    return House(list(site.servers.values()), site.store, site.access, url)


def test_a_room_whose_processes_die_in_turn(
    benchmark: Any, site: Site, behind: House, tell: Any
) -> None:
    ports = list(site.servers)
    plan = behind.plan(
        60, 100, 5, connected=lambda at: {"Cookie": f"{COOKIE}={ports[at % 2]}"}, seconds=LASTS_S
    )
    over = threading.Event()
    killer = threading.Thread(target=kill_in_turn, args=(site, over))
    found = benchmark.pedantic(
        lambda: measured(behind, plan, meanwhile=killer.start, is_counted=False)
    )
    over.set()
    killer.join()
    figures = found.figures(LASTS_S) | {"core %": "–", "MB": "–"}
    name = "60 clients, Postgres, 2 processes, one killed every 10 s, 5 edits/s, 100 cards"
    tell(name, figures)
    assert (found.missed, found.doubled) == (0, 0)


def kill_in_turn(site: Site, over: threading.Event) -> None:
    """Kill one process, start it again, and go on with the other, each ``EVERY_S``."""
    for turn in range(100):
        server = list(site.servers.values())[turn % 2]
        again = time.monotonic() + EVERY_S
        server.stop(signal.SIGKILL)
        server.start()
        if over.wait(max(0.0, again - time.monotonic())):
            return
