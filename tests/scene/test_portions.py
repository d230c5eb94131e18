"""Parts that are offered where the whole canvas is too much for a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from iceberg.model import Canvas
from iceberg.scene import build_scene
from iceberg.scene.portions import (
    LARGEST,
    MANY_CARDS,
    MOST_LINKED,
    is_too_much,
    portions,
    whole_view,
)
from iceberg.scene.shown import shown_part
from tests.layout.samples import sample_canvas
from tests.strategies import canvases

LARGE = sample_canvas(400, 1)


def seen(canvas: Canvas, key: str) -> Canvas:
    [portion] = [one for one in portions(canvas) if one.key == key]
    part = shown_part(canvas.model_copy(update={"view": portion.view}))
    assert len(part.cards) == portion.cards
    return part


def test_the_parts_of_a_large_canvas_are_its_layers_a_level_and_the_most_linked() -> None:
    kinds = [(bool(one.layer), bool(one.level), bool(one.linked)) for one in portions(LARGE)]
    assert kinds[-1] == (False, False, True)
    assert {kind for kind in kinds if sum(kind) != 1} == set()
    assert len({one.key for one in portions(LARGE)}) == len(kinds)


def test_the_most_linked_have_no_fewer_links_than_the_others() -> None:
    part = seen(LARGE, str(MOST_LINKED))
    kept = {card.id for card in part.cards}
    ends = [end for link in LARGE.links for end in (link.source, link.target)]
    least = min(ends.count(card) for card in kept)
    assert all(ends.count(card.id) <= least for card in LARGE.cards if card.id not in kept)


@given(canvases(min_cards=1))
def test_a_part_is_clearly_smaller_and_shows_nothing_that_was_left_out(canvas: Canvas) -> None:
    view = canvas.view.model_copy(update={"left_out": (canvas.cards[0].id,)})
    hiding = canvas.model_copy(update={"view": view})
    whole = shown_part(hiding)
    for portion in portions(hiding):
        part = seen(hiding, portion.key)
        assert {card.id for card in part.cards} <= {card.id for card in whole.cards}
        assert 0 < len(part.cards) <= LARGEST * len(whole.cards)


def test_the_whole_view_shows_all_again() -> None:
    part = LARGE.model_copy(update={"view": portions(LARGE)[-1].view})
    whole = part.model_copy(update={"view": whole_view(part)})
    assert shown_part(whole).cards == LARGE.cards


@pytest.mark.parametrize(("cards", "too_many"), [(8, False), (MANY_CARDS + 1, True)])
def test_many_cards_are_too_much_at_any_size(cards: int, too_many: bool) -> None:
    scene = build_scene(sample_canvas(cards, 1), page="a3")
    large = replace(scene, cards=tuple(replace(card, font_pt=9.0) for card in scene.cards))
    assert is_too_much(large) == too_many


def test_small_type_is_too_much_with_any_number_of_cards() -> None:
    scene = build_scene(sample_canvas(8, 1))
    assert not is_too_much(scene)
    assert is_too_much(replace(scene, cards=(replace(scene.cards[0], font_pt=4.9),)))
