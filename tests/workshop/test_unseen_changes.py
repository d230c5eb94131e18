"""Who changes again what somebody else has just changed, unseen, is told of it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from iceberg.edits import AddLink, CardChanges, ChangeCard, Edit
from iceberg.model import Canvas, Card, Layer, Link
from iceberg.store import open_store
from iceberg.workshop import Workshop

PLACE = Layer(id="place", title="Place")
CARDS = tuple(
    Card(id=name, layer="place", level="events", text=name.title()) for name in ("one", "two")
)


def reworded(card: str, text: str) -> Edit:
    return ChangeCard(card=card, changes=CardChanges(text=text))


@pytest.fixture
def workshop() -> Workshop:
    return Workshop(open_store(":memory:"))


@pytest.fixture
def canvas(workshop: Workshop) -> str:
    return workshop.create(Canvas(title="Shared", layers=(PLACE,), cards=CARDS))


def test_a_later_change_of_the_same_part_names_the_earlier(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("one", "Hers"), "her")
    mine = workshop.submit(canvas, reworded("one", "Mine"), "me", seen=0)
    told = workshop.overridden(canvas, mine.seq)
    assert told is not None
    assert "Hers" in told.sentence
    assert told.sentence.startswith("Somebody else had changed the same part")


def test_whose_change_was_changed_again_is_told_both(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("one", "Hers"), "her")
    mine = workshop.submit(canvas, reworded("one", "Mine"), "me", author="Gwen", seen=0)
    told = workshop.overridden(canvas, mine.seq)
    assert told is not None
    assert told.client == "her"
    assert told.warning.startswith("Gwen changed the same part")
    assert "Mine" in told.warning
    assert "Hers" in told.warning


def test_what_was_seen_is_not_told(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("one", "Hers"), "her")
    mine = workshop.submit(canvas, reworded("one", "Mine"), "me", seen=1)
    assert workshop.overridden(canvas, mine.seq) is None


def test_other_parts_and_own_changes_are_not_told(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("two", "Hers"), "her")
    workshop.submit(canvas, AddLink(link=Link(id="k", source="one", target="two")), "her")
    workshop.submit(canvas, reworded("one", "Mine"), "me", seen=0)
    again = workshop.submit(canvas, reworded("one", "Mine too"), "me", seen=0)
    assert workshop.overridden(canvas, again.seq) is None


def test_who_gives_a_name_is_named(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("one", "Hers"), "her", author="Mair")
    mine = workshop.submit(canvas, reworded("one", "Mine"), "me", seen=0)
    told = workshop.overridden(canvas, mine.seq)
    assert told is not None
    assert told.sentence.startswith("Mair had changed")


def test_every_workshop_on_a_store_finds_the_same_from_its_rows_alone(tmp_path: Path) -> None:
    one, other = (Workshop(open_store(str(tmp_path / "store.sqlite"))) for _ in range(2))
    shared = one.create(Canvas(title="Shared", layers=(PLACE,), cards=CARDS))
    assert other.lately_overridden(shared, 0) == ()
    one.submit(shared, reworded("one", "Hers"), "her", seen=0)
    mine = other.submit(shared, reworded("one", "Mine"), "me", seen=0)
    later = Workshop(open_store(str(tmp_path / "store.sqlite")))
    for workshop in (one, other, later):
        found = [(told.seq, told.client) for told in workshop.lately_overridden(shared, mine.seq)]
        assert found == [(mine.seq, "her")]
        workshop.close()


@pytest.mark.parametrize("order", [(3, 4, 6), (6, 4, 3), (4, 6, 3)])
def test_it_does_not_matter_in_which_order_one_asks(
    workshop: Workshop, canvas: str, order: tuple[int, ...]
) -> None:
    edits = [("one", "her", 0), ("two", "him", 1), ("one", "me", 0), ("two", "me", 1)]
    edits += [("one", "her", 4), ("two", "him", 3)]
    for n, (card, client, seen) in enumerate(edits):
        workshop.submit(canvas, reworded(card, f"Words {n}"), client, seen=seen)
    found = {seq: workshop.overridden(canvas, seq) for seq in order}
    assert {seq: told.client for seq, told in found.items() if told} == {
        3: "her",
        4: "him",
        6: "me",
    }


def test_of_a_page_that_does_not_say_what_it_has_seen_nothing_is_told(
    workshop: Workshop, canvas: str
) -> None:
    workshop.submit(canvas, reworded("one", "Hers"), "her")
    mine = workshop.submit(canvas, reworded("one", "Mine"), "me")
    assert workshop.overridden(canvas, mine.seq) is None


def test_a_page_cannot_have_seen_what_was_yet_to_come(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("one", "Hers"), "her", seen=10**30)
    workshop.submit(canvas, reworded("one", "Mine"), "me", seen=-5)
    told = workshop.lately_overridden(canvas, 2)
    assert [(one.seq, one.client) for one in told] == [(2, "her")]


def test_only_the_last_hundred_edits_are_looked_through(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("one", "Hers"), "her")
    workshop.submit(canvas, reworded("one", "Mine"), "me", seen=0)
    for n in range(99):
        workshop.submit(canvas, reworded("two", f"Words {n}"), "her", seen=2 + n)
    assert [told.seq for told in workshop.lately_overridden(canvas, 101)] == [2]
    workshop.submit(canvas, reworded("two", "Last words"), "her", seen=101)
    assert workshop.lately_overridden(canvas, 102) == ()


def test_rows_of_earlier_versions_are_still_read(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    workshop = Workshop(open_store(str(store)))
    shared = workshop.create(Canvas(title="Shared", layers=(PLACE,), cards=CARDS))
    workshop.submit(shared, reworded("one", "Hers"), "her")
    workshop.close()
    with closing(sqlite3.connect(store)) as database:
        [payload] = database.execute("select payload from edits").fetchone()
        old = {key: value for key, value in json.loads(payload).items() if key != "seen"}
        database.execute("update edits set payload = ?", (json.dumps(old),))
        database.commit()
    workshop = Workshop(open_store(str(store)))
    mine = workshop.submit(shared, reworded("one", "Mine"), "me", seen=0)
    told = workshop.overridden(shared, mine.seq)
    assert told is not None
    assert told.client == "her"
    workshop.close()
