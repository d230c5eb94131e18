"""Every process hears at once what any other has kept, even after the connection broke."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from iceberg.model import Canvas, Layer
from iceberg.store import MemoryStore, Pulse, Store, open_store
from iceberg.workshop import Workshop
from tests.contract.rows import LATER, NOON, row
from tests.postgres import Cluster

ROOT = Path(__file__).resolve().parents[2]
WITHIN_S = 10
LISTENERS = "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"


@pytest.fixture
def here(postgres_address: str) -> Iterator[Store]:
    """The store that listens."""
    with open_store(postgres_address) as store:
        yield store


@pytest.fixture
def there(postgres_address: str) -> Iterator[Store]:
    """The same store, opened again as another process would; ``busy`` has all that can go."""
    with open_store(postgres_address) as store:
        store.create("one", "One", "{}", NOON)
        store.create("busy", "Busy", "{}", NOON)
        store.put_paper("busy", "ballot", "phone", "{}")
        store.open_door("4711", "busy", LATER)
        yield store


class Heard:
    """What a listener was called with, in order."""

    def __init__(self, store: Store) -> None:
        self._calls: Queue[str] = Queue()
        stop = store.listen(self._calls.put)
        assert stop is not None
        self.stop = stop

    def next(self) -> str:
        return self._calls.get(timeout=WITHIN_S)

    def upto(self, canvas_id: str) -> list[str]:
        """All calls until one with this canvas, without it."""
        return list(iter(self.next, canvas_id))

    def is_silent(self) -> bool:
        return self._calls.empty()


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.create("new", "New", "{}", NOON),
        lambda store: store.append(row(1), "One"),
        lambda store: store.keep_room("one", 1, "{}"),
        lambda store: store.put_paper("one", "ballot", "phone", "{}"),
        lambda store: store.remove_papers("busy", "ballot"),
        lambda store: store.open_door("4712", "one", LATER),
        lambda store: store.close_doors("busy"),
        lambda store: store.delete("busy"),
    ],
)
def test_each_change_is_heard_of_once(
    here: Store, there: Store, change: Callable[[Store], object]
) -> None:
    before = here.pulses(["one", "busy", "new"])
    heard = Heard(here)
    change(there)
    there.create("last", "Last", "{}", NOON)
    changed = heard.upto("last")
    after = here.pulses(["one", "busy", "new"])
    assert changed == [one for one in (*before, "new") if before.get(one) != after.get(one)]


def test_what_is_refused_is_not_heard_of(here: Store, there: Store) -> None:
    heard = Heard(here)
    there.append(row(9), "One")
    there.keep_room("one", 9, "{}")
    there.remove_papers("one", "ballot")
    with pytest.raises(ValueError, match="taken"):
        there.open_door("4711", "one", LATER)
    there.create("last", "Last", "{}", NOON)
    assert heard.upto("last") == []


def test_a_change_can_be_read_when_it_is_heard_of(here: Store, there: Store) -> None:
    pulses: Queue[Pulse] = Queue()
    here.listen(lambda canvas_id: pulses.put(here.pulse(canvas_id)))
    for turns in range(1, 6):
        there.put_paper("one", "ballot", "phone", "{}")
        assert pulses.get(timeout=WITHIN_S) == Pulse(0, turns)


def test_ones_own_changes_are_not_told_to_oneself(here: Store, there: Store) -> None:
    heard = Heard(here)
    here.append(row(1), "One")
    there.put_paper("busy", "ballot", "phone", "{}")
    assert heard.next() == "busy"
    assert heard.is_silent()


def test_another_process_is_heard(here: Store, postgres_address: str) -> None:
    canvas = Canvas(title="T", layers=(Layer(id="place", title="Place"),))
    canvas_id = Workshop(here).create(canvas)
    heard = Heard(here)
    command = [sys.executable, "-m", "tests.store.submit_for_ever"]
    command += [postgres_address, canvas_id, "phone"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT) as writer:
        try:
            assert [heard.next(), heard.next()] == [canvas_id] * 2
        finally:
            writer.kill()


def test_what_was_missed_while_the_connection_was_broken_is_told(
    here: Store, there: Store, cluster: Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    heard = Heard(here)
    with cluster.connected() as server:
        for (pid,) in server.execute(LISTENERS).fetchall():
            server.execute("SELECT pg_terminate_backend(%s)", [pid])
    there.append(row(1), "One")
    assert "one" in [heard.next(), heard.next()]
    there.create("last", "Last", "{}", NOON)
    heard.upto("last")
    there.append(row(2), "One")
    assert heard.next() == "one"
    assert "interrupted" in caplog.text


def test_who_stops_hears_nothing_more(here: Store, there: Store) -> None:
    stopped, other = Heard(here), Heard(here)
    stopped.stop()
    there.append(row(1), "One")
    assert other.next() == "one"
    assert stopped.is_silent()


def test_one_may_stop_when_called(here: Store, there: Store) -> None:
    calls: Queue[str] = Queue()

    def once(canvas_id: str) -> None:
        calls.put(canvas_id)
        stop()

    stop = here.listen(once)
    assert stop
    there.append(row(1), "One")
    there.append(row(2), "One")
    assert calls.get(timeout=WITHIN_S) == "one"
    with pytest.raises(Empty):
        calls.get(timeout=1)


def test_a_closed_store_has_no_thread_left(postgres_address: str) -> None:
    before = threading.active_count()
    store = open_store(postgres_address)
    store.listen(print)
    assert threading.active_count() == before + 1
    store.close()
    assert threading.active_count() == before


def test_who_fails_when_called_is_called_again(
    here: Store, there: Store, caplog: pytest.LogCaptureFixture
) -> None:
    calls: Queue[str] = Queue()

    def fail(canvas_id: str) -> None:
        calls.put(canvas_id)
        raise RuntimeError("no room left")

    here.listen(fail)
    there.append(row(1), "One")
    there.delete("busy")
    assert [calls.get(timeout=WITHIN_S), calls.get(timeout=WITHIN_S)] == ["one", "busy"]
    assert "no room left" in caplog.text


def test_a_store_that_cannot_tell_says_so(tmp_path: Path) -> None:
    with MemoryStore() as memory, open_store(tmp_path / "a.sqlite") as file:
        assert (memory.listen(print), file.listen(print)) == (None, None)
