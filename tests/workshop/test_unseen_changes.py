"""Who changes again what somebody else has just changed, unseen, is told of it."""

from __future__ import annotations

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
    mine = workshop.submit(canvas, reworded("one", "Mine"), "me")
    told = workshop.overridden(canvas, mine.seq, 0, "me")
    assert told is not None
    assert "Hers" in told.sentence
    assert told.sentence.startswith("Somebody else had changed the same part")


def test_whose_change_was_changed_again_is_told_both(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("one", "Hers"), "her")
    mine = workshop.submit(canvas, reworded("one", "Mine"), "me", author="Gwen")
    told = workshop.overridden(canvas, mine.seq, 0, "me")
    assert told is not None
    assert told.client == "her"
    assert told.warning.startswith("Gwen changed the same part")
    assert "Mine" in told.warning
    assert "Hers" in told.warning


def test_what_was_seen_is_not_told(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("one", "Hers"), "her")
    mine = workshop.submit(canvas, reworded("one", "Mine"), "me")
    assert workshop.overridden(canvas, mine.seq, 1, "me") is None


def test_other_parts_and_own_changes_are_not_told(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("two", "Hers"), "her")
    workshop.submit(canvas, AddLink(link=Link(id="k", source="one", target="two")), "her")
    workshop.submit(canvas, reworded("one", "Mine"), "me")
    again = workshop.submit(canvas, reworded("one", "Mine too"), "me")
    assert workshop.overridden(canvas, again.seq, 0, "me") is None


def test_who_gives_a_name_is_named(workshop: Workshop, canvas: str) -> None:
    workshop.submit(canvas, reworded("one", "Hers"), "her", author="Mair")
    mine = workshop.submit(canvas, reworded("one", "Mine"), "me")
    told = workshop.overridden(canvas, mine.seq, 0, "me")
    assert told is not None
    assert told.sentence.startswith("Mair had changed")
