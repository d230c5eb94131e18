"""The drawing of a whole page."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from hypothesis import given, settings

from iceberg.errors import NotFoundError
from iceberg.exporters import scene_to_dict
from iceberg.model import LEVELS, Canvas, View
from iceberg.scene import build_scene
from iceberg.scene.parts import Text
from iceberg.scene.placing import settled
from tests.layout.samples import sample_canvas
from tests.scene.reading import extent, furniture_texts, overlap, texts_of
from tests.scene.samples import NATIONAL, PLACE, plain, sample
from tests.strategies import canvases


@settings(max_examples=15)
@given(canvases(max_cards=14))
def test_no_text_leaves_the_page(canvas: Canvas) -> None:
    scene = build_scene(canvas)
    for text in texts_of(scene):
        left, top, right, bottom = extent(text)
        assert left >= 0, text
        assert top >= 0, text
        assert right <= scene.page.width, text
        assert bottom <= scene.page.height, text


@settings(max_examples=15)
@given(canvases(max_cards=14))
def test_header_and_footer_lines_keep_clear_of_each_other(canvas: Canvas) -> None:
    lines = [mark for mark in build_scene(canvas).furniture if isinstance(mark, Text)]
    for one, other in combinations(lines, 2):
        assert not overlap(extent(one), extent(other)), (one, other)


@settings(max_examples=10)
@given(canvases(max_cards=14))
def test_footer_and_header_keep_clear_of_the_picture(canvas: Canvas) -> None:
    scene = build_scene(canvas)
    top, bottom = scene.bands[0].y0, scene.bands[-1].y1
    for mark in scene.furniture:
        if isinstance(mark, Text):
            _, upper, _, lower = extent(mark)
            assert lower <= top or upper >= bottom, mark


@settings(max_examples=10)
@given(canvases(max_cards=10))
def test_lengths_are_rounded_to_a_thousandth_of_a_millimetre(canvas: Canvas) -> None:
    def check(value: object) -> None:
        if isinstance(value, float):
            assert value == round(value, 3)
        elif isinstance(value, dict):
            for inner in value.values():
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)

    check(scene_to_dict(build_scene(canvas)))


def test_a_scene_is_the_same_every_time() -> None:
    first, second = (json.dumps(scene_to_dict(build_scene(sample()))) for _ in range(2))
    assert first == second


def test_cards_come_in_reading_order() -> None:
    scene = build_scene(sample())
    assert [card.id for card in scene.cards] == ["c3", "c2", "c1"]


def test_one_page_a_layer_shows_that_layer_alone() -> None:
    scene = build_scene(sample(), layers=("place",))
    assert [iceberg.layer for iceberg in scene.icebergs] == ["place"]
    assert {card.layer for card in scene.cards} == {"place"}
    assert [link.id for link in scene.links] == ["l2"]
    assert "Contracts below cost" not in scene.description


def test_the_view_of_the_canvas_chooses_page_layers_and_greys() -> None:
    view = View(page="a3", greyscale=True, layers=("national",))
    scene = build_scene(sample().model_copy(update={"view": view}))
    assert (scene.page.width, scene.page.height) == (420.0, 297.0)
    assert [iceberg.layer for iceberg in scene.icebergs] == ["national"]
    again = build_scene(sample(), page="a3", greyscale=True, layers=("national",))
    assert scene.cards == again.cards


def test_an_unknown_layer_is_named_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match=r"“moon”.*national, place"):
        build_scene(sample(), layers=("moon",))


def test_transparent_leaves_out_sheet_and_water_only() -> None:
    whole, clear = build_scene(sample()), build_scene(sample(), transparent=True)
    assert whole.background
    assert not clear.background
    assert clear.cards == whole.cards
    assert clear.furniture == whole.furniture


@pytest.mark.parametrize("layers", [(NATIONAL,), (NATIONAL, PLACE)])
def test_an_empty_canvas_asks_the_question_of_every_cell(layers: tuple[object, ...]) -> None:
    scene = build_scene(Canvas(title="New", layers=layers))
    asked = " ".join(text.text for text in texts_of(scene))
    assert [band.level for band in scene.bands] == list(LEVELS)
    assert asked.count("What do people believe?") >= len(layers)
    assert not scene.cards
    assert not scene.notes


def test_the_questions_go_when_a_card_is_there() -> None:
    assert "What do people believe?" not in [text.text for text in texts_of(build_scene(sample()))]


def test_small_type_is_told_with_the_ways_out() -> None:
    crowd = plain(*(f"{n} {'word ' * 16}" for n in range(160)))
    note = next(note for note in build_scene(crowd).notes if "pt" in note)
    assert "use A3" in note
    assert "one page a layer" in note
    alone = build_scene(crowd, page="a3", layers=("place",)).notes
    assert not any("use A3" in note for note in alone)


def test_readable_type_needs_no_note() -> None:
    assert build_scene(sample()).notes == ()


def test_characters_that_no_font_has_are_named_and_drawn_as_boxes() -> None:
    scene = build_scene(plain("Odd \U0001347a here"))
    assert any("U+1347A" in note for note in scene.notes)
    assert "Odd □ here" in [text.text for text in texts_of(scene)]


def test_the_description_tells_the_whole_picture() -> None:
    told = build_scene(sample()).description
    assert "National iceberg: 1 card." in told
    assert "Place, patterns: “Staff keep leaving”. Resists the change, strength 3 of 5." in told
    assert "Rising. 3 votes." in told
    assert "“A circle meets” drives “Staff keep leaving”: more leads to less, takes time." in told
    assert "Assumption A1: We assume the council pays for two posts. Status: weakening." in told


def test_the_header_says_title_question_place_date_and_revision() -> None:
    title, subtitle, *_ = furniture_texts(build_scene(sample()))
    assert title == "Keeping going"
    assert subtitle == "What holds it in place? · Northfield · 24 June 2026 · revision 143"


def test_a_long_title_wraps() -> None:
    canvas = plain(title=" ".join(["W" * 11] * 10))
    bold = [m for m in build_scene(canvas).furniture if isinstance(m, Text) and m.bold]
    assert len(bold) > 1
    assert " ".join(line.text for line in bold) == canvas.title


def narrowed(*left_out: str) -> Canvas:
    canvas = sample()
    return canvas.model_copy(update={"view": canvas.view.model_copy(update={"left_out": left_out})})


def test_cards_that_the_view_leaves_out_are_counted_but_not_drawn() -> None:
    gone = sample().cards[0].id
    scene = build_scene(narrowed(gone, "long-gone"))
    assert gone not in {card.id for card in scene.cards}
    assert not any(gone in (link.source, link.target) for link in scene.links)
    total = len(sample().cards)
    said = " ".join(text.text for text in texts_of(scene))
    assert f"Drawn from {total - 1} of {total} cards" in said


def test_a_whole_picture_passes_over_what_the_view_leaves_out() -> None:
    assert build_scene(narrowed(sample().cards[0].id), whole=True) == build_scene(sample())


def test_places_of_one_page_do_not_make_another_one_too_small_to_read() -> None:
    kept = settled(sample_canvas(100, 3))
    assert build_scene(kept, page="a3").cards[0].font_pt >= 6
    ways = {card.id: card.x for card in build_scene(kept).cards}
    assert ways == {card.id: card.x for card in build_scene(kept, page="a4").cards}
