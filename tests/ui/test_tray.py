"""The tray on the canvas page: place a card, put one back, remove one; undo takes each back."""

from __future__ import annotations

import pytest

from iceberg.edits import PlaceFromTray, PutInTray, apply
from iceberg.model import Canvas
from tests.ui.driving import Driver


@pytest.fixture
def waiting(small: Canvas) -> Canvas:
    """Of three cards in a row the middle one waits, with both links and its reading."""
    return apply(small, PutInTray(card="less"))


def test_a_canvas_without_a_tray_has_no_panel_for_it(app: Driver, small: Canvas) -> None:
    app.open(small)
    assert "tray" not in app.at.segmented_control(key="panel").options


def test_the_tray_tells_what_a_card_is_linked_to(app: Driver, waiting: Canvas) -> None:
    app.open(waiting).panel("tray")
    assert "Fewer lunches" in app.shown
    assert "Linked to: Costs rise; The club closed on Friday" in app.shown


def test_a_card_is_placed_with_its_links_and_undo_takes_it_back(
    app: Driver, waiting: Canvas
) -> None:
    app.open(waiting).panel("tray")
    before = app.canvas
    app.fill("tray", layer="national", level="structures").press("tray_place")
    placed = app.canvas.card("less")
    assert placed is not None
    assert (placed.layer, placed.level) == ("national", "structures")
    assert {link.id for link in app.canvas.links} == {"l1", "l2"}
    assert [reading.card for reading in app.canvas.readings] == ["less"]
    assert (app.canvas.tray, app.canvas.tray_links) == ((), ())
    app.press("undo")
    assert app.canvas.model_copy(update={"revision": 0}) == before


def test_a_card_is_put_back_and_undo_takes_it_out(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="less").press("put_back:less")
    assert [card.id for card in app.canvas.tray] == ["less"]
    assert {link.id for link in app.canvas.tray_links} == {"l1", "l2"}
    assert "1 card waits in the tray" in app.shown
    app.press("undo")
    assert app.canvas.model_copy(update={"revision": 0}) == small


def test_a_card_of_the_tray_is_removed_and_undo_brings_it_back(
    app: Driver, waiting: Canvas
) -> None:
    app.open(waiting).panel("tray").press("tray_remove")
    assert (app.canvas.tray, app.canvas.tray_links) == ((), ())
    app.press("undo")
    assert app.canvas.model_copy(update={"revision": 0}) == waiting


def test_a_card_that_somebody_else_placed_is_told(app: Driver, waiting: Canvas) -> None:
    app.open(waiting).panel("tray")
    elsewhere = PlaceFromTray(card="less", layer="place", level="events")
    app.workshop.submit(app.canvas_id, elsewhere, "another")
    app.press("tray_place")
    assert any("not in the tray any more" in sentence for sentence in app.errors)


def test_a_card_is_reworded_while_it_waits_and_undo_brings_its_words_back(
    app: Driver, waiting: Canvas
) -> None:
    app.open(waiting).panel("tray")
    app.fill("waiting:", text="No lunches at all", note="Ask the school").press("save", "waiting:")
    [card] = app.canvas.tray
    assert (card.text, card.note) == ("No lunches at all", "Ask the school")
    assert app.canvas.tray_links == waiting.tray_links
    app.press("undo")
    assert app.canvas.model_copy(update={"revision": 0}) == waiting


def test_a_waiting_card_needs_some_words(app: Driver, waiting: Canvas) -> None:
    app.open(waiting).panel("tray")
    app.fill("waiting:", text="").press("save", "waiting:")
    assert app.errors
    assert app.canvas == waiting


def test_a_card_that_nobody_can_place_goes_in_the_tray_and_undo_takes_it_out(
    app: Driver, small: Canvas
) -> None:
    app.open(small).fill("add", text="Who decides this?").press("add_waiting")
    assert [card.text for card in app.canvas.tray] == ["Who decides this?"]
    assert app.canvas.cards == small.cards
    assert app.widget("text", "add").value == ""
    app.press("undo")
    assert app.canvas.model_copy(update={"revision": 0}) == small


def test_an_empty_card_does_not_go_in_the_tray(app: Driver, small: Canvas) -> None:
    app.open(small).press("add_waiting")
    assert app.errors
    assert app.canvas == small
