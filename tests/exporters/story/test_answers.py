"""Answers for a form: only from the canvas, never over the limit, in whole sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.errors import ExportError
from iceberg.exporters.story.answers import Answer, answers
from iceberg.exporters.story.limit import Limit, parse_limit
from iceberg.importers import load_canvas
from iceberg.model import Canvas
from tests.scene.samples import plain, sample
from tests.strategies import canvases

ENDS = re.compile(r"[.!?…。！？؟۔][”’\"')»」』]*$")
"""How a sentence ends."""
LIMITS = st.builds(Limit, st.integers(1, 3_000), st.sampled_from(["characters", "words"]))


@pytest.fixture(scope="module")
def northfield() -> Canvas:
    return load_canvas(resources.examples_folder() / "northfield.iceberg.json", load_catalog())


def by_title(canvas: Canvas, limit: str = "2000w") -> dict[str, Answer]:
    return {answer.title: answer for answer in answers(canvas, parse_limit(limit))}


@given(canvases(), LIMITS)
def test_no_answer_is_over_the_limit_or_ends_within_a_sentence(
    canvas: Canvas, limit: Limit
) -> None:
    for answer in answers(canvas, limit):
        assert limit.length(answer.text) <= limit.count
        assert answer.length == limit.length(answer.text)
        assert not answer.text or ENDS.search(answer.text)
        assert "\n" not in answer.text


@given(canvases(), LIMITS)
def test_every_answer_comes_from_cards_of_the_canvas(canvas: Canvas, limit: Limit) -> None:
    texts = {card.id: " ".join(card.text.split()) for card in canvas.shown_cards()}
    *about_cards, _ = answers(canvas, limit)
    for answer in about_cards:
        for sentence in answer.sentences:
            for card in sentence.cards:
                assert texts[card].rstrip(" .") in sentence.text


def test_the_need_is_of_the_place_and_why_now_of_the_country(northfield: Canvas) -> None:
    made = by_title(northfield)
    layer = {card.id: card.layer for card in northfield.cards}
    need, why_now = made["The need"], made["Why now: what is changing nationally"]
    assert {layer[card] for card in need.cards} == {"place"}
    assert need.text.startswith("In Northfield (a made-up town), people see this:")
    assert "132,410" not in why_now.text, "only the latest reading counts"
    assert "134,760 households, England, at 30 September 2025" in why_now.text
    assert "source: MHCLG, in CIH’s response (cih.org)." in why_now.text


def test_what_we_will_change_is_the_aim_and_what_can_be_shifted(northfield: Canvas) -> None:
    change = by_title(northfield)["What we will change"]
    assert change.text.startswith("Our aim: Residents and services keep deciding together")
    never = {c.id for c in northfield.cards if c.force and c.force.shiftable == "no"}
    assert never
    assert not never & set(change.cards)


def test_assumptions_come_with_status_signpost_and_review(northfield: Canvas) -> None:
    watch = by_title(northfield)["Our assumptions and how we watch them"].text
    for said in (
        "We assume the council takes on two of our posts after year three. Status: weakening.",
        "It is load-bearing and vulnerable.",
        "We watch for this: The council’s draft budget for 2027-28 has no line for the posts.",
        "Next review by 30 September 2026. Owner: Partnership board.",
    ):
        assert said in watch


@pytest.mark.parametrize("limit", ["500c", "250w"])
def test_a_usual_limit_is_well_used_and_says_something_of_every_kind(
    northfield: Canvas, limit: str
) -> None:
    made = by_title(northfield, limit)
    need = made["The need"]
    assert need.length > 0.85 * need.limit.count
    for lead in ("people see this:", "this holds it in place:", "These beliefs keep it there:"):
        assert lead in need.text


def test_a_tight_limit_takes_the_short_way_to_say_it(northfield: Canvas) -> None:
    why_now = by_title(northfield, "90c")["Why now: what is changing nationally"]
    assert why_now.text == (
        "Nationally, this is changing: Charities’ costs rise faster than their income."
    )
    assert by_title(northfield, "5c")["The need"].text == ""


def test_a_canvas_that_says_nothing_gives_empty_answers() -> None:
    assert [answer.text for answer in answers(plain())] == ["", "", "", ""]


def test_answers_keep_to_what_is_shown() -> None:
    view = sample().view.model_copy(update={"left_out": ("c1",)})
    canvas = sample().model_copy(update={"view": view})
    assert not any("Contracts below cost" in answer.text for answer in answers(canvas))
    shown = answers(canvas, whole=True)
    assert any("Contracts below cost" in answer.text for answer in shown)
    assert answers(canvas, layers=("national",))[0].text == ""


@pytest.mark.parametrize("written", ["500c", "500 characters", " 500 C ", "500chars"])
def test_characters_are_counted_as_a_form_counts_them(written: str) -> None:
    limit = parse_limit(written)
    assert limit == Limit(500, "characters")
    assert limit.length("naïve 🧊") == 8


@pytest.mark.parametrize("written", ["250w", "250 words", "250W"])
def test_words_are_counted_as_an_editor_counts_them(written: str) -> None:
    limit = parse_limit(written)
    assert limit == Limit(250, "words")
    assert limit.length("The council’s budget for 2027-28") == 5
    assert limit.length("漢字と") == 3


@pytest.mark.parametrize("written", ["", "500", "c", "0w", "-5c", "1.5w", "999999999c", "5 lines"])
def test_what_is_no_limit_is_answered_with_what_is_one(written: str) -> None:
    with pytest.raises(ExportError, match="500c"):
        parse_limit(written)
