"""The workshop knows the canvas as it was when each assumption was last reviewed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from iceberg.edits import (
    AddAssumption,
    AddLink,
    AssumptionChanges,
    CardChanges,
    ChangeAssumption,
    ChangeCard,
    RemoveAssumption,
    RemoveCard,
)
from iceberg.model import Assumption, Canvas, Card, Layer, Link, StatusChange
from iceberg.store import open_store
from iceberg.workshop import Workshop

ASSUMED = Assumption(id="a1", text="We assume it lasts", cards=("b",))
FIRST = Canvas(
    title="T",
    layers=(Layer(id="place", title="Place"),),
    cards=tuple(Card(id=name, layer="place", level="events", text=name) for name in "ab"),
    assumptions=(ASSUMED,),
)
LINK = AddLink(link=Link(id="ab", source="a", target="b"))
OTHER = AddAssumption(assumption=ASSUMED.model_copy(update={"id": "a2"}))


def review(day: int, *before: StatusChange) -> ChangeAssumption:
    line = StatusChange(date=dt.date(2026, 6, day), status="holds")
    return ChangeAssumption(assumption="a1", changes=AssumptionChanges(history=(*before, line)))


@pytest.fixture(params=["memory", "sqlite"])
def workshop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workshop]:
    where = ":memory:" if request.param == "memory" else tmp_path / "canvases.sqlite"
    with open_store(where) as opened:
        yield Workshop(opened)


@pytest.fixture
def canvas_id(workshop: Workshop) -> str:
    return workshop.create(FIRST)


def reviewed(workshop: Workshop, canvas_id: str) -> dict[str, int]:
    return {name: then.revision for name, then in workshop.reviewed(canvas_id).items()}


def test_what_came_with_the_canvas_was_reviewed_before_it_began(
    workshop: Workshop, canvas_id: str
) -> None:
    workshop.submit(canvas_id, LINK, "me")
    assert reviewed(workshop, canvas_id) == {"a1": 0}
    assert workshop.reviewed(canvas_id)["a1"].links == ()


def test_a_review_and_an_addition_count_from_the_moment_they_are_kept(
    workshop: Workshop, canvas_id: str
) -> None:
    assert reviewed(workshop, canvas_id) == {"a1": 0}
    for edit in (LINK, review(1), OTHER):
        workshop.submit(canvas_id, edit, "me")
    assert reviewed(workshop, canvas_id) == {"a1": 2, "a2": 3}
    assert reviewed(Workshop(workshop._store), canvas_id) == {"a1": 2, "a2": 3}


def test_rewording_is_no_review(workshop: Workshop, canvas_id: str) -> None:
    workshop.submit(canvas_id, ChangeCard(card="a", changes=CardChanges(text="A")), "me")
    changes = AssumptionChanges(text="We assume it lasts long")
    workshop.submit(canvas_id, ChangeAssumption(assumption="a1", changes=changes), "me")
    assert reviewed(workshop, canvas_id) == {"a1": 0}


def test_a_review_that_is_undone_does_not_count_and_one_that_is_redone_does(
    workshop: Workshop, canvas_id: str
) -> None:
    workshop.submit(canvas_id, LINK, "me")
    workshop.submit(canvas_id, review(1), "me")
    workshop.undo(canvas_id, "me")
    assert reviewed(workshop, canvas_id) == {"a1": 0}
    workshop.redo(canvas_id, "me")
    assert reviewed(workshop, canvas_id) == {"a1": 2}


def test_an_assumption_that_is_gone_has_no_review(workshop: Workshop, canvas_id: str) -> None:
    workshop.submit(canvas_id, RemoveAssumption(assumption="a1"), "me")
    assert reviewed(workshop, canvas_id) == {}
    workshop.undo(canvas_id, "me")
    assert reviewed(workshop, canvas_id) == {"a1": 0}


def rested(workshop: Workshop, canvas_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    then = workshop.reviewed(canvas_id)["a1"]
    (one,) = (one for one in then.assumptions if one.id == "a1")
    return one.cards, one.links


def changing(**given: object) -> ChangeAssumption:
    return ChangeAssumption(assumption="a1", changes=AssumptionChanges.model_validate(given))


def test_what_it_came_to_rest_on_and_what_of_that_is_gone_is_known(
    workshop: Workshop, canvas_id: str
) -> None:
    for edit in (LINK, changing(cards=("a", "b"), links=("ab",)), RemoveCard(card="a")):
        workshop.submit(canvas_id, edit, "me")
    assert rested(workshop, canvas_id) == (("b", "a"), ("ab",))
    then = workshop.reviewed(canvas_id)["a1"]
    assert (then.revision, [link.id for link in then.links]) == (0, ["ab"])
    workshop.undo(canvas_id, "me")
    assert rested(workshop, canvas_id) == (("a", "b"), ("ab",))


def test_what_it_was_let_go_of_before_it_went_is_not_missed(
    workshop: Workshop, canvas_id: str
) -> None:
    for edit in (changing(cards=("a",)), RemoveCard(card="b")):
        workshop.submit(canvas_id, edit, "me")
    assert rested(workshop, canvas_id) == (("a",), ())


def test_other_words_with_a_line_of_their_own_are_no_review(
    workshop: Workshop, canvas_id: str
) -> None:
    workshop.submit(canvas_id, review(1), "me")
    (line,) = review(1).changes.history
    noted = line.model_copy(update={"text": "We assume it lasts"})
    other = StatusChange(date=dt.date(2026, 7, 1), status="holds", text="It lasts", look=False)
    workshop.submit(canvas_id, changing(text="It lasts", history=(noted, other)), "me")
    assert reviewed(workshop, canvas_id) == {"a1": 1}
