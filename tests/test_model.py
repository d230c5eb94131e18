"""What a canvas accepts, and what it says about what it refuses."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from iceberg.model import (
    CARDS_LIMIT,
    LAYERS_LIMIT,
    LINE_LIMIT,
    LINKS_LIMIT,
    NOTE_LIMIT,
    TAG_LIMIT,
    TAGS_LIMIT,
    TEXT_LIMIT,
    TITLE_LIMIT,
    Assumption,
    Canvas,
    Card,
    Crossing,
    Reading,
    Threshold,
    clean_text,
    new_id,
    problems_of,
)

CARD = {"id": "a", "layer": "place", "level": "events", "text": "A"}
OTHER = {**CARD, "id": "b", "text": "B"}
LINK = {"id": "l", "source": "a", "target": "b"}
READING = {"id": "r", "card": "a", "date": "2026-06-24", "direction": "rising"}
KEPT = {"id": "gap:lone:a", "kind": "gap", "text": "Nothing leads to this"}
ASSUMPTION = {"id": "s", "text": "We assume a post", "cards": ["a"]}


def canvas(**parts: Any) -> Canvas:
    base = {"title": "T", "layers": [{"id": "place", "title": "Place"}], "cards": [CARD, OTHER]}
    return Canvas.model_validate_json(json.dumps({**base, **parts}))


def refusals(**parts: Any) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        canvas(**parts)
    return [str(problem) for problem in problems_of(caught.value)]


def with_card(**fields: Any) -> dict[str, Any]:
    return {"cards": [{**CARD, **fields}, OTHER]}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"title": " \t "}, "title: is empty. Write at least one character."),
        ({"title": 3}, "title: is not text. Write text, in quotation marks."),
        ({"colour": 1}, "colour: is not a key that is known here."),
        ({"layers": []}, "layers: is empty. Add at least one."),
        ({"cards": {}}, "cards: is not a list."),
        ({"date": "24 June"}, "date: is not a date. Write it like 2026-06-24."),
        ({"language": "Welsh please"}, "language: is not a language."),
        (with_card(colour="red"), "cards[0].colour: is not a key that is known here."),
        (with_card(id="a b"), "cards[0].id: is not an id. Use 1 to 64 of"),
        (with_card(text=None), "cards[0].text: is not text."),
        (with_card(level="event"), "cards[0].level: is not one of events, patterns, structures"),
        (with_card(votes=1.5), "cards[0].votes: is not a whole number."),
        (with_card(votes=True), "cards[0].votes: is not a whole number."),
        (
            with_card(force={"effect": "helps", "strength": 6}),
            "cards[0].force.strength: is more than 5. Write 5 or less.",
        ),
        (with_card(position={"row": -1}), "cards[0].position.row: is less than 0."),
        (with_card(layer="region"), "cards[0].layer: names layer region, which the canvas does"),
        ({"cards": [CARD, CARD]}, "cards[1].id: is used twice"),
        ({"links": [{**LINK, "target": "a"}]}, "links[0].target: links a card to itself."),
        ({"links": [{**LINK, "source": "z"}]}, "links[0].source: names card z, which the canvas"),
        ({"links": [LINK, {**LINK, "id": "m"}]}, "links[1]: says again what another link says"),
        ({"readings": [{**READING, "card": "z"}]}, "readings[0].card: names card z"),
        ({"readings": [{**READING, "figure": True}]}, "readings[0].figure: is neither a number"),
        (
            {"assumptions": [{**ASSUMPTION, "cards": ["z"]}]},
            "assumptions[0].cards[0]: names card z",
        ),
        ({"kept": [{**KEPT, "id": "gap"}]}, "kept[0].id: is not the key of a finding."),
        ({"kept": [KEPT, KEPT]}, "kept[1].id: is used twice: another finding"),
        ({"dismissed": ["gap:lone:a", "gap:lone:a"]}, "dismissed[1]: says gap:lone:a again."),
        (
            {"assumptions": [{**ASSUMPTION, "links": ["z"]}]},
            "assumptions[0].links[0]: names link z",
        ),
        (
            {"assumptions": [{**ASSUMPTION, "signpost_card": "z"}]},
            "assumptions[0].signpost_card: names card z",
        ),
        (
            {"assumptions": [{**ASSUMPTION, "threshold": {"crossing": "above", "figure": "9"}}]},
            "assumptions[0].threshold.figure: is not a number",
        ),
        (
            {"assumptions": [{**ASSUMPTION, "threshold": {"crossing": "past", "figure": 9}}]},
            "assumptions[0].threshold.crossing: is not above or below",
        ),
        ({"assumptions": [{**ASSUMPTION, "hedging": [""]}]}, "assumptions[0].hedging[0]: is empty"),
    ],
)
def test_a_refusal_says_where_what_and_how_to_mend(parts: dict[str, Any], said: str) -> None:
    [sentence] = refusals(**parts)
    assert sentence.startswith(said)
    assert sentence.endswith(".")


def test_a_missing_key_is_named() -> None:
    assert refusals(cards=[{"id": "a", "layer": "place", "level": "events"}]) == [
        "cards[0].text: is missing. Add it."
    ]


def test_all_problems_come_at_once() -> None:
    found = refusals(title="", links=[{**LINK, "verb": "eats"}], place=3)
    assert [sentence.split(":")[0] for sentence in found] == ["title", "place", "links[0].verb"]


@pytest.mark.parametrize(
    ("field", "limit"),
    [("text", TEXT_LIMIT), ("note", NOTE_LIMIT), ("source", LINE_LIMIT)],
)
def test_a_cards_texts_end_at_their_limits(field: str, limit: int) -> None:
    assert len(getattr(canvas(**with_card(**{field: "W" * limit})).cards[0], field)) == limit
    [sentence] = refusals(**with_card(**{field: "W" * (limit + 1)}))
    assert sentence == f"cards[0].{field}: is longer than {limit:,} characters. Shorten it."


def test_the_limit_counts_what_is_left_after_cleaning() -> None:
    padded = canvas(**with_card(text="  " + "é" * TEXT_LIMIT + "\u202e  "))
    assert padded.cards[0].text == "é" * TEXT_LIMIT


def test_titles_and_tags_end_at_their_limits() -> None:
    assert canvas(title="W" * TITLE_LIMIT).title == "W" * TITLE_LIMIT
    assert "longer than 120" in refusals(title="W" * (TITLE_LIMIT + 1))[0]
    assert "longer than 40" in refusals(**with_card(tags=["W" * (TAG_LIMIT + 1)]))[0]
    many = [f"tag {number}" for number in range(TAGS_LIMIT + 1)]
    assert len(canvas(**with_card(tags=many[:-1])).cards[0].tags) == TAGS_LIMIT
    assert "more than 20 entries" in refusals(**with_card(tags=many))[0]


def test_cards_links_and_layers_end_at_their_limits() -> None:
    cards = [{**CARD, "id": f"c{number}"} for number in range(CARDS_LIMIT + 1)]
    assert len(canvas(cards=cards[:-1]).cards) == CARDS_LIMIT
    assert "more than 2,000 entries" in refusals(cards=cards)[0]
    ends = [(f"c{a}", f"c{a + step}") for step in range(1, 8) for a in range(CARDS_LIMIT - step)]
    links = [{"id": f"l{n}", "source": a, "target": b} for n, (a, b) in enumerate(ends)]
    assert len(canvas(cards=cards[:-1], links=links[:LINKS_LIMIT]).links) == LINKS_LIMIT
    too_many = refusals(cards=cards[:-1], links=links[: LINKS_LIMIT + 1])
    assert "more than 10,000 entries" in too_many[0]
    layers = [{"id": f"l{number}", "title": "L"} for number in range(LAYERS_LIMIT + 1)]
    assert "more than 4 entries" in refusals(layers=layers, cards=[])[0]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  trimmed \n", "trimmed"),
        ("cafe\u0301", "café"),
        ("y\x00e\x1bs\x7f", "yes"),
        ("left\u202eright\u2066", "leftright"),
        ("e\u200e\u0301", "é"),
        ("a \r\n b\rc\u2028d", "a\nb\nc\nd"),
        ("می‌خواهم", "می‌خواهم"),
        ("👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
        ("\u200d", ""),
        ("\ud800half", "half"),
    ],
)
def test_text_is_cleaned(written: str, kept: str) -> None:
    assert clean_text(written) == kept


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_composes(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)


def test_a_line_has_no_line_breaks_and_an_empty_one_is_nothing() -> None:
    card = canvas(**with_card(source="one\ntwo", note=" ")).cards[0]
    assert (card.source, card.note) == ("one two", None)


def test_tags_are_there_once() -> None:
    assert canvas(**with_card(tags=["power", " power ", "money"])).cards[0].tags == (
        "power",
        "money",
    )


def test_a_canvas_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        canvas().title = "Another"  # type: ignore[misc]


def test_the_last_reading_of_a_card_counts_and_of_one_day_the_later_listed() -> None:
    readings = [
        {**READING, "id": "r1", "direction": "steady"},
        {**READING, "id": "r2", "direction": "easing"},
        {**READING, "id": "r3", "date": "2025-01-01"},
    ]
    assert canvas(readings=readings).latest_readings()["a"].id == "r2"


def test_layers_are_ordered_and_shown_as_the_view_says() -> None:
    layers = [{"id": "place", "title": "P", "order": 2}, {"id": "national", "title": "N"}]
    both = canvas(layers=layers)
    assert [layer.id for layer in both.ordered_layers()] == ["national", "place"]
    assert both.shown_layers() == both.ordered_layers()
    one = canvas(layers=layers, view={"layers": ["place"]})
    assert [layer.id for layer in one.shown_layers()] == ["place"]


def test_new_ids_are_ids_and_differ() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(Card.model_validate({**CARD, "id": one}).id == one for one in ids)


@pytest.mark.parametrize(
    ("crossing", "figure", "passed"),
    [
        ("above", 101, True),
        ("above", 100, False),
        ("below", 99.5, True),
        ("below", 100, False),
        ("above", "over 100", False),
        ("below", None, False),
    ],
)
def test_a_threshold_is_passed_beyond_its_figure(
    crossing: Crossing, figure: float | str | None, passed: bool
) -> None:
    reading = Reading(id="r", card="a", date=date(2026, 1, 1), direction="rising", figure=figure)
    assert Threshold(crossing=crossing, figure=100).is_passed_by(reading) is passed


def test_a_threshold_goes_with_its_card() -> None:
    whole = Assumption(
        id="s",
        text="We assume a post",
        cards=("a", "b"),
        links=("l",),
        signpost_card="b",
        threshold=Threshold(crossing="above", figure=7),
    )
    assert whole.among({"a", "b"}, {"l"}) is whole
    left = whole.among({"a"}, set())
    assert (left.cards, left.links, left.signpost_card, left.threshold) == (("a",), (), None, None)
    assert not left.among(set(), set()).rests_on_something
