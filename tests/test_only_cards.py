"""A canvas with only some of its cards: what hangs on the others is gone with them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iceberg.model import Canvas
from tests.strategies import canvases


@given(canvases(), st.data())
def test_what_is_left_holds_together_and_names_no_other_card(
    canvas: Canvas, data: st.DataObject
) -> None:
    known = sorted({card.id for card in canvas.cards} | {card.id for card in canvas.tray})
    wanted = frozenset(data.draw(st.sets(st.sampled_from(known)) if known else st.just(set())))
    left = canvas.only_cards(wanted)
    Canvas.model_validate_json(left.model_dump_json(by_alias=True))
    assert {card.id for card in (*left.cards, *left.tray)} == wanted
    named = {one for kept in left.kept for one in kept.cards}
    assert named.isdisjoint(set(known) - wanted)
    for before in canvas.assumptions:
        after = next((one for one in left.assumptions if one.id == before.id), None)
        assert after is None or after.rests_on_something == before.rests_on_something


@given(canvases())
def test_with_all_cards_it_is_the_same_canvas(canvas: Canvas) -> None:
    wanted = {card.id for card in canvas.cards} | {card.id for card in canvas.tray}
    assert canvas.only_cards(wanted) == canvas
