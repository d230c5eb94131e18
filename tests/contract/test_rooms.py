"""What every store keeps of what goes on around a canvas."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from iceberg.errors import NotFoundError
from iceberg.store import Appended, Door, Paper, Pulse, Room, Store
from tests.contract.rows import LATER, NOON, row

STEP = '{"step": "vote", "by": "Ŵyn 🏠 \\u0000"}'


def test_a_room_is_empty_until_one_is_kept(store: Store) -> None:
    assert store.room("one") is None
    assert store.keep_room("one", 1, STEP)
    assert store.room("one") == Room(1, STEP)


@pytest.mark.parametrize("version", [-1, 0, 1, 2, 4])
def test_a_room_is_kept_only_on_top_of_the_one_that_was_read(store: Store, version: int) -> None:
    store.keep_room("one", 1, "first")
    store.keep_room("one", 2, "second")
    assert not store.keep_room("one", version, "lost")
    assert store.room("one") == Room(2, "second")
    assert store.keep_room("one", 3, "third")


@pytest.mark.parametrize("version", [-1, 0, 2])
def test_the_first_version_of_a_room_is_one(store: Store, version: int) -> None:
    assert not store.keep_room("one", version, STEP)
    assert store.room("one") is None


def test_each_version_of_a_room_is_kept_by_one_of_many_threads(store: Store) -> None:
    def count(_: int) -> None:
        for _ in range(5):
            kept = False
            while not kept:
                room = store.room("one") or Room(0, "0")
                kept = store.keep_room("one", room.version + 1, str(int(room.payload) + 1))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(count, range(6)))
    assert store.room("one") == Room(30, "30")
    assert store.pulse("one").turns == 30


def test_a_paper_is_put_once_and_again(store: Store) -> None:
    assert store.paper("one", "ballot", "phone") is None
    store.put_paper("one", "ballot", "phone", STEP)
    assert store.paper("one", "ballot", "phone") == STEP
    store.put_paper("one", "ballot", "phone", "again")
    assert store.papers("one", "ballot") == (Paper("phone", "again"),)


def test_papers_of_a_kind_come_by_name(store: Store) -> None:
    names = ["b", "a", "B", "é", "Z", "_", "10", "9"]
    for name in names:
        store.put_paper("one", "ballot", name, f"{name}'s")
    store.put_paper("one", "device", "a", "another kind")
    assert store.papers("one", "ballot") == tuple(
        Paper(name, f"{name}'s") for name in sorted(names)
    )
    assert store.papers("one", "suggestion") == ()


def test_one_paper_or_all_of_a_kind_are_removed(store: Store) -> None:
    for kind in ("ballot", "device"):
        for name in ("", "a", "b"):
            store.put_paper("one", kind, name, "{}")
    store.remove_papers("one", "ballot", "")
    assert store.papers("one", "ballot") == (Paper("a", "{}"), Paper("b", "{}"))
    store.remove_papers("one", "ballot")
    assert store.papers("one", "ballot") == ()
    assert len(store.papers("one", "device")) == 3


def test_canvases_do_not_share_rooms_or_papers(store: Store) -> None:
    store.create("two", "Two", "{}", NOON)
    store.keep_room("one", 1, STEP)
    store.put_paper("one", "ballot", "phone", STEP)
    store.remove_papers("two", "ballot")
    assert store.room("two") is None
    assert store.papers("two", "ballot") == ()
    assert store.papers("one", "ballot") == (Paper("phone", STEP),)
    assert store.pulse("two") == Pulse(revision=0, turns=0)


def test_a_code_leads_to_its_canvas_until_the_doors_are_closed(store: Store) -> None:
    store.create("two", "Two", "{}", NOON)
    assert store.door("4711") is None
    store.open_door("4711", "one", LATER)
    store.open_door("4712", "one", LATER)
    store.open_door("4713", "two", NOON)
    assert store.door("4711") == Door("one", LATER)
    store.close_doors("one")
    assert [store.door(code) for code in ("4711", "4712")] == [None, None]
    assert store.door("4713") == Door("two", NOON)
    store.open_door("4711", "two", LATER)
    assert store.door("4711") == Door("two", LATER)


@pytest.mark.parametrize("canvas_id", ["one", "two"])
def test_a_code_that_is_taken_stays_where_it_is(store: Store, canvas_id: str) -> None:
    store.create("two", "Two", "{}", NOON)
    store.open_door("4711", "one", NOON)
    before = store.pulse(canvas_id)
    with pytest.raises(ValueError, match="4711"):
        store.open_door("4711", canvas_id, LATER)
    assert store.door("4711") == Door("one", NOON)
    assert store.pulse(canvas_id) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.keep_room("one", 2, "next"),
        lambda store: store.put_paper("one", "ballot", "laptop", "{}"),
        lambda store: store.put_paper("one", "ballot", "phone", "changed"),
        lambda store: store.remove_papers("one", "ballot", "phone"),
        lambda store: store.remove_papers("one", "ballot"),
        lambda store: store.open_door("4712", "one", LATER),
        lambda store: store.close_doors("one"),
    ],
)
def test_every_change_turns_the_pulse(store: Store, change: Callable[[Store], object]) -> None:
    busy(store)
    before = store.pulse("one")
    change(store)
    assert store.pulse("one") == Pulse(before.revision, before.turns + 1)


@pytest.mark.parametrize(
    "look",
    [
        lambda store: store.keep_room("one", 9, "lost"),
        lambda store: store.remove_papers("one", "ballot", "nobody"),
        lambda store: store.remove_papers("one", "suggestion"),
        lambda store: store.papers("one", "ballot"),
        lambda store: store.door("4711"),
    ],
)
def test_what_changes_nothing_leaves_the_pulse(
    store: Store, look: Callable[[Store], object]
) -> None:
    busy(store)
    before = store.pulse("one")
    look(store)
    assert store.pulse("one") == before


def test_the_pulse_tells_the_revision_too(store: Store) -> None:
    assert store.pulse("one") == Pulse(revision=0, turns=0)
    assert store.append(row(1), "One") == Appended(1)
    assert store.pulse("one") == Pulse(revision=1, turns=0)


def test_pulses_are_told_of_the_canvases_that_are_there(store: Store) -> None:
    store.create("two", "Two", "{}", NOON)
    store.create("three", "Three", "{}", NOON)
    store.append(row(1), "One")
    store.put_paper("two", "ballot", "phone", "{}")
    assert store.pulses(["two", "none", "one"]) == {"one": Pulse(1, 0), "two": Pulse(0, 1)}
    assert store.pulses([]) == {}


def test_a_deleted_canvas_takes_all_around_it_along(store: Store) -> None:
    busy(store)
    store.delete("one")
    assert store.door("4711") is None
    assert store.pulses(["one"]) == {}
    store.create("one", "Anew", "{}", NOON)
    assert store.room("one") is None
    assert store.papers("one", "ballot") == ()
    assert store.pulse("one") == Pulse(0, 0)
    assert store.keep_room("one", 1, STEP)


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.room("none"),
        lambda store: store.keep_room("none", 1, "{}"),
        lambda store: store.put_paper("none", "ballot", "phone", "{}"),
        lambda store: store.paper("none", "ballot", "phone"),
        lambda store: store.papers("none", "ballot"),
        lambda store: store.remove_papers("none", "ballot"),
        lambda store: store.open_door("4711", "none", LATER),
        lambda store: store.close_doors("none"),
        lambda store: store.pulse("none"),
    ],
)
def test_a_canvas_that_is_not_there_has_no_room(
    store: Store, use: Callable[[Store], object]
) -> None:
    with pytest.raises(NotFoundError, match=r"no canvas none here.*choose one from the list"):
        use(store)
    assert store.door("4711") is None


def busy(store: Store) -> None:
    """A canvas with a room, a paper and a door."""
    store.keep_room("one", 1, STEP)
    store.put_paper("one", "ballot", "phone", "{}")
    store.open_door("4711", "one", LATER)
