"""What every store does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count

import pytest

from iceberg.errors import NotFoundError
from iceberg.store import (
    Appended,
    CanvasEntry,
    Redelivered,
    Store,
    Taken,
)
from tests.contract.rows import LATER, NOON, row


def test_a_row_comes_back_as_it_was_appended(store: Store) -> None:
    assert store.append(row(1, 7), "One") == Appended(1)
    nameless = replace(row(2), author=None)
    store.append(nameless, "One")
    assert store.rows("one") == (row(1, 7), nameless)


def test_rows_are_read_after_one_and_up_to_another(store: Store) -> None:
    for seq in range(1, 6):
        store.append(row(seq), "One")
    assert [one.seq for one in store.rows("one", after=2)] == [3, 4, 5]
    assert [one.seq for one in store.rows("one", after=1, upto=3)] == [2, 3]
    assert store.rows("one", after=5) == ()
    assert store.last("one") == 5


@pytest.mark.parametrize("seq", [0, 1, 3])
def test_only_the_next_seq_is_free(store: Store, seq: int) -> None:
    store.append(row(1), "One")
    assert store.append(row(seq), "One") == Taken(last=1)
    assert store.last("one") == 1


def test_an_edit_that_is_sent_twice_is_kept_once(store: Store) -> None:
    store.append(row(1, 7), "One")
    store.append(row(2, 8), "One")
    assert store.append(row(3, 7), "One") == Redelivered(1)
    assert store.append(row(1, 8), "One") == Redelivered(2)
    assert store.last("one") == 2
    assert store.delivered("one", "phone", 8) == 2
    assert store.delivered("one", "phone", 9) is None
    assert store.delivered("one", "laptop", 8) is None


def test_clients_count_for_themselves_and_need_not_count(store: Store) -> None:
    outcomes = [
        store.append(row(1, 7, "phone"), "One"),
        store.append(row(2, 7, "laptop"), "One"),
        store.append(row(3, None, "phone"), "One"),
        store.append(row(4, None, "phone"), "One"),
    ]
    assert outcomes == [Appended(1), Appended(2), Appended(3), Appended(4)]


def test_the_list_tells_title_time_and_revision_last_changed_first(store: Store) -> None:
    store.create("two", "Two", "{}", "2026-06-24T12:00:01.000+00:00")
    assert [entry.id for entry in store.canvases()] == ["two", "one"]
    store.append(row(1), "One, renamed")
    assert store.canvases() == (
        CanvasEntry("one", "One, renamed", LATER, 1),
        CanvasEntry("two", "Two", "2026-06-24T12:00:01.000+00:00", 0),
    )


def test_a_refused_row_leaves_the_list_as_it_was(store: Store) -> None:
    store.append(row(9), "Another title")
    assert store.canvases() == (CanvasEntry("one", "One", NOON, 0),)


def test_the_first_canvas_comes_back(store: Store) -> None:
    assert store.initial("one") == '{"title": "One"}'


def test_checkpoints_are_found_from_any_revision(store: Store) -> None:
    assert store.checkpoint("one") is None
    for seq in (1, 2, 3):
        store.append(row(seq), "One")
    store.keep_checkpoint("one", 1, "first")
    store.keep_checkpoint("one", 3, "third")
    store.keep_checkpoint("one", 3, "again")
    assert store.checkpoint("one") == (3, "third")
    assert store.checkpoint("one", upto=2) == (1, "first")
    assert store.checkpoint("one", upto=0) is None


def test_a_canvas_is_deleted_whole(store: Store) -> None:
    store.create("two", "Two", "{}", NOON)
    store.append(row(1, 7), "One")
    store.keep_checkpoint("one", 1, "first")
    store.delete("one")
    assert [entry.id for entry in store.canvases()] == ["two"]
    store.create("one", "Anew", "{}", NOON)
    assert store.rows("one") == ()
    assert store.checkpoint("one") is None
    assert store.delivered("one", "phone", 7) is None


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.initial("none"),
        lambda store: store.rows("none"),
        lambda store: store.rows("none", after=3, upto=4),
        lambda store: store.last("none"),
        lambda store: store.append(replace(row(1), canvas_id="none"), "None"),
        lambda store: store.delivered("none", "phone", 1),
        lambda store: store.keep_checkpoint("none", 1, "{}"),
        lambda store: store.checkpoint("none"),
        lambda store: store.delete("none"),
    ],
)
def test_a_canvas_that_is_not_there_is_said_to_be_missing(
    store: Store, use: Callable[[Store], object]
) -> None:
    with pytest.raises(NotFoundError, match=r"no canvas none here.*choose one from the list"):
        use(store)


def test_two_canvases_do_not_share_an_id(store: Store) -> None:
    with pytest.raises(ValueError, match="one"):
        store.create("one", "Another", "{}", NOON)
    assert store.canvases() == (CanvasEntry("one", "One", NOON, 0),)


def test_each_seq_is_given_to_one_of_many_threads(store: Store) -> None:
    start = threading.Barrier(8)

    def write(thread: int) -> list[int]:
        start.wait()
        got, seq = [], 1
        while len(got) < 5:
            outcome = store.append(row(seq, len(got), f"thread{thread}"), "One")
            if isinstance(outcome, Taken):
                seq = outcome.last + 1
            else:
                got.append(outcome.seq)
                seq += 1
        return got

    with ThreadPoolExecutor(8) as pool:
        taken = [seq for got in pool.map(write, range(8)) for seq in got]
    assert sorted(taken) == list(range(1, 41))
    assert [one.seq for one in store.rows("one")] == list(range(1, 41))


def test_fresh_threads_can_read_and_write(store: Store) -> None:
    for seq in range(1, 101):
        thread = threading.Thread(target=store.append, args=(row(seq), "One"))
        thread.start()
        thread.join()
    assert store.last("one") == 100


def test_a_canvas_that_is_deleted_while_others_write_is_gone_for_all(store: Store) -> None:
    store.append(row(1), "One")
    start = threading.Barrier(5)
    writes: tuple[Callable[[int], object], ...] = (
        lambda number: store.append(row(store.last("one") + 1), f"One, {number}"),
        lambda number: store.keep_checkpoint("one", number, "{}"),
        lambda number: store.put_paper("one", "ballot", str(number), "{}"),
        lambda number: store.open_door(str(number), "one", LATER),
    )

    def write_until_gone(write: Callable[[int], object]) -> bool:
        start.wait()
        end = time.monotonic() + 10
        for number in count():
            try:
                write(number)
            except NotFoundError:
                return True
            if time.monotonic() > end:
                break
        return False

    with ThreadPoolExecutor(len(writes)) as pool:
        writers = [pool.submit(write_until_gone, write) for write in writes]
        start.wait()
        time.sleep(0.05)
        store.delete("one")
    assert all(writer.result() for writer in writers)
    assert store.canvases() == ()
