"""Cards keep their places as others come, and are all placed anew only when asked."""

from __future__ import annotations

import pytest

from iceberg.edits import AddCard, AddTrayCard, MoveCard, PlaceFromTray, apply, fold, inverse
from iceberg.model import Canvas, Card, Hint, Position, TrayCard
from iceberg.scene import build_scene
from iceberg.scene.placing import placed, settled, tidied
from tests.layout.samples import sample_canvas

NEW = Card(id="new", layer="l1", level="patterns", text="Something new")


def spots(canvas: Canvas) -> dict[str, tuple[float, float]]:
    return {card.id: (card.x, card.y) for card in build_scene(canvas).cards}


@pytest.mark.parametrize("cards", [0, 8, 15, 40])
def test_settling_changes_only_places(cards: int) -> None:
    canvas = sample_canvas(cards, 3)
    kept = settled(canvas)
    assert all(card.position and not card.position.pinned for card in kept.cards)
    freed = tuple(card.model_copy(update={"position": None}) for card in kept.cards)
    assert kept.model_copy(update={"cards": freed}) == canvas


def test_cards_on_hidden_layers_are_settled_too() -> None:
    canvas = sample_canvas(12, 5)
    view = canvas.view.model_copy(update={"layers": ("l0",)})
    kept = settled(canvas.model_copy(update={"view": view}))
    assert all(card.position is not None for card in kept.cards)


def test_a_card_that_comes_gets_a_place_and_the_others_keep_their_rows() -> None:
    canvas = settled(sample_canvas(15, 2))
    edit = placed(canvas, AddCard(card=NEW))
    assert isinstance(edit, AddCard)
    assert edit.card.position is not None
    grown = apply(canvas, edit)
    assert grown.cards[:-1] == canvas.cards
    assert set(spots(grown)) == {*spots(canvas), "new"}


def test_a_moved_card_gets_a_place_in_its_new_cell() -> None:
    canvas = settled(sample_canvas(15, 2))
    edit = placed(canvas, MoveCard(card="c0", layer="l1", level="mental_models"))
    assert isinstance(edit, MoveCard)
    assert edit.position is not None


def test_what_a_person_placed_and_canvases_that_stand_free_stay_as_they_are() -> None:
    free, kept = sample_canvas(10, 1), settled(sample_canvas(10, 1))
    pinned = AddCard(card=NEW.model_copy(update={"position": Position(row=1, x=0.3)}))
    assert placed(free, AddCard(card=NEW)) == AddCard(card=NEW)
    assert placed(kept, pinned) == pinned


def test_tidying_places_all_but_pinned_cards_and_can_be_undone() -> None:
    canvas = settled(sample_canvas(20, 4))
    for n in range(6):
        card = NEW.model_copy(update={"id": f"new{n}"})
        canvas = apply(canvas, placed(canvas, AddCard(card=card)))
    first = canvas.cards[0].model_copy(update={"position": Position(row=0, x=0.9)})
    canvas = canvas.model_copy(update={"cards": (first, *canvas.cards[1:])})
    edit = tidied(canvas)
    assert edit is not None
    assert "c0" not in {placement.card for placement in edit.placements}
    tidy = apply(canvas, edit)
    assert tidy != canvas
    assert apply(tidy, inverse(canvas, edit)) == canvas


def test_there_is_nothing_to_tidy_on_an_empty_canvas() -> None:
    assert tidied(sample_canvas(0, 1)) is None


def test_cards_of_the_tray_keep_their_order_from_left_to_right() -> None:
    stood = {"right": 0.9, "left": 0.1, "middle": 0.5}
    waiting = [TrayCard(id=name, text=name, hint=Hint(x=x, y=0)) for name, x in stood.items()]
    canvas = fold(settled(sample_canvas(0, 2)), [AddTrayCard(card=card) for card in waiting])
    for name in stood:
        canvas = apply(canvas, placed(canvas, PlaceFromTray(card=name, layer="l1", level="events")))
    assert sorted(stood, key=lambda name: spots(canvas)[name]) == ["left", "middle", "right"]
    assert not any(card.position and card.position.pinned for card in canvas.cards)
