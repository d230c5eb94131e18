"""Undo and redo: one's own edits only, and never over somebody else's."""

from __future__ import annotations

import pytest
from hypothesis import given

from iceberg.edits import (
    ChangeLink,
    Edit,
    LinkChanges,
    RemoveCard,
)
from iceberg.errors import EditRefusedError
from iceberg.model import Canvas
from iceberg.store import MemoryStore, Store
from iceberg.workshop import Workshop
from tests.strategies import histories
from tests.workshop.samples import add, content, ids, link, reword, submitted


def test_undo_and_redo_walk_through_ones_own_edits(workshop: Workshop, canvas_id: str) -> None:
    for card in "abc":
        workshop.submit(canvas_id, add(card), "phone")
    assert ids(workshop.undo(canvas_id, "phone").canvas) == ["a", "b"]
    assert ids(workshop.undo(canvas_id, "phone").canvas) == ["a"]
    assert ids(workshop.redo(canvas_id, "phone").canvas) == ["a", "b"]
    assert ids(workshop.redo(canvas_id, "phone").canvas) == ["a", "b", "c"]
    assert ids(workshop.undo(canvas_id, "phone").canvas) == ["a", "b"]
    assert workshop.revision(canvas_id) == 8


def test_what_would_be_undone_and_redone_is_told(workshop: Workshop, canvas_id: str) -> None:
    assert workshop.can_undo(canvas_id, "phone") is None
    workshop.submit(canvas_id, add("a"), "phone")
    workshop.submit(canvas_id, add("b"), "phone")
    undo = workshop.can_undo(canvas_id, "phone")
    assert undo
    assert undo.sentence == "Added the card “Card b” to Place, events"
    assert workshop.can_redo(canvas_id, "phone") is None
    workshop.undo(canvas_id, "phone")
    redo = workshop.can_redo(canvas_id, "phone")
    assert redo
    assert redo.sentence == "Added the card “Card b” to Place, events"
    assert workshop.can_undo(canvas_id, "laptop") is None


def test_a_new_edit_ends_redo(workshop: Workshop, canvas_id: str) -> None:
    workshop.submit(canvas_id, add("a"), "phone")
    workshop.undo(canvas_id, "phone")
    workshop.submit(canvas_id, add("b"), "laptop")
    assert workshop.can_redo(canvas_id, "phone")
    workshop.submit(canvas_id, add("c"), "phone")
    assert workshop.can_redo(canvas_id, "phone") is None
    with pytest.raises(EditRefusedError, match="no edit of yours to redo"):
        workshop.redo(canvas_id, "phone")


def test_only_ones_own_edits_are_undone(workshop: Workshop, canvas_id: str) -> None:
    workshop.submit(canvas_id, add("mine"), "phone")
    workshop.submit(canvas_id, add("theirs"), "laptop")
    assert ids(workshop.undo(canvas_id, "phone").canvas) == ["theirs"]
    with pytest.raises(EditRefusedError, match="no edit of yours to undo"):
        workshop.undo(canvas_id, "phone")


def test_undo_says_who_is_in_the_way(workshop: Workshop, canvas_id: str) -> None:
    workshop.submit(canvas_id, add("a"), "phone")
    workshop.submit(canvas_id, reword("a", "Other"), "laptop", author="Ffion")
    with pytest.raises(EditRefusedError, match=r"because Ffion has changed.*Reworded “Card a”"):
        workshop.undo(canvas_id, "phone")
    workshop.undo(canvas_id, "laptop")
    assert ids(workshop.undo(canvas_id, "phone").canvas) == []


def test_a_card_that_others_have_linked_is_not_undone(workshop: Workshop, canvas_id: str) -> None:
    workshop.submit(canvas_id, add("b"), "laptop")
    workshop.submit(canvas_id, add("a"), "phone")
    workshop.submit(canvas_id, link("a", "b"), "laptop")
    with pytest.raises(EditRefusedError, match="somebody else has changed the same part"):
        workshop.undo(canvas_id, "phone")


def test_a_card_that_others_have_led_a_link_to_is_not_undone(
    workshop: Workshop, canvas_id: str
) -> None:
    for card in "bc":
        workshop.submit(canvas_id, add(card), "laptop")
    workshop.submit(canvas_id, link("b", "c"), "laptop")
    workshop.submit(canvas_id, add("a"), "phone")
    led = ChangeLink(link="bc", changes=LinkChanges(target="a"))
    workshop.submit(canvas_id, led, "laptop")
    with pytest.raises(EditRefusedError, match="somebody else has changed the same part"):
        workshop.undo(canvas_id, "phone")


def test_others_changes_elsewhere_survive_an_undo(workshop: Workshop, canvas_id: str) -> None:
    for card in "abc":
        workshop.submit(canvas_id, add(card), "laptop")
    workshop.submit(canvas_id, link("a", "b"), "laptop")
    workshop.submit(canvas_id, RemoveCard(card="b"), "phone")
    workshop.submit(canvas_id, reword("c", "Other"), "laptop")
    canvas = workshop.undo(canvas_id, "phone").canvas
    assert ids(canvas) == ["a", "b", "c"]
    assert [one.id for one in canvas.links] == ["ab"]
    assert canvas.cards[2].text == "Other"


def test_undo_and_redo_survive_a_restart(workshop: Workshop, canvas_id: str, store: Store) -> None:
    for card in "ab":
        workshop.submit(canvas_id, add(card), "phone")
    workshop.undo(canvas_id, "phone")
    again = Workshop(store)
    assert ids(again.redo(canvas_id, "phone").canvas) == ["a", "b"]
    assert ids(Workshop(store).undo(canvas_id, "phone").canvas) == ["a"]


@given(histories(max_edits=8))
def test_undoing_everything_leads_back_and_redoing_forth(
    history: tuple[Canvas, tuple[Edit, ...]],
) -> None:
    first, edits = history
    workshop = Workshop(MemoryStore())
    canvas_id = workshop.create(first)
    start = workshop.open(canvas_id)
    fitting = [edit for edit in edits if submitted(workshop, canvas_id, edit)]
    end = workshop.open(canvas_id)
    for _ in fitting:
        workshop.undo(canvas_id, "phone")
    assert content(workshop.open(canvas_id)) == content(start)
    for _ in fitting:
        workshop.redo(canvas_id, "phone")
    assert content(workshop.open(canvas_id)) == content(end)
