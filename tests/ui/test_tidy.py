"""The picture keeps its places in the app, and Tidy places all cards anew."""

from __future__ import annotations

from iceberg.scene.placing import settled
from tests.layout.samples import sample_canvas
from tests.ui.driving import Driver


def test_a_new_card_takes_a_place_and_moves_no_other(app: Driver) -> None:
    canvas = settled(sample_canvas(15, 2))
    app.open(canvas).fill(text="One more").press("add_button")
    assert app.canvas.cards[:-1] == canvas.cards
    assert app.canvas.cards[-1].position is not None


def test_tidy_is_one_step_that_undo_takes_back(app: Driver) -> None:
    canvas = settled(sample_canvas(15, 2))
    app.open(canvas).fill(text="One more").press("add_button")
    before = app.canvas.cards
    app.press("tidy")
    places = [card.position for card in app.canvas.cards]
    assert places != [card.position for card in before]
    assert [card.id for card in app.canvas.cards] == [card.id for card in before]
    app.press("undo")
    assert app.canvas.cards == before
