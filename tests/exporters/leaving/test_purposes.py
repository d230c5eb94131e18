"""What a file is for sets how it is made, and what is warned about."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from iceberg.exporters import FORMATS, ExportOptions
from iceberg.exporters.drawing import draw
from iceberg.exporters.leaving.advice import advice
from iceberg.exporters.leaving.purposes import PURPOSES, PurposeName, purpose
from iceberg.exporters.leaving.selection import Selection
from iceberg.model import Assumption, Canvas, Cover, Reading
from tests.scene.samples import sample
from tests.strategies import random_canvas
from tests.strategies.covers import LOGO

LONG = ["Councils have far less core money for each resident than they had a decade ago"]


def advised(name: PurposeName, canvas: Canvas, **changes: object) -> tuple[str, ...]:
    chosen = purpose(name)
    options = dataclasses.replace(chosen.options(canvas), show=None, **changes)
    return advice(
        draw(canvas, options),
        canvas,
        chosen,
        options.page or canvas.view.page,
        options.palette or canvas.view.palette,
    )


@pytest.mark.parametrize("name", PURPOSES)
def test_every_purpose_offers_formats_that_there_are(name: PurposeName) -> None:
    known = {fmt.extension for fmt in FORMATS}
    assert known.intersection(purpose(name).formats)
    assert purpose(name).formats[0] in known or name == "report"


def test_a_purpose_sets_page_and_resolution() -> None:
    assert purpose("bid").options(sample()) == ExportOptions(page="a4", dpi=300)
    assert purpose("wall").options(sample()) == ExportOptions(page="a1", dpi=150)
    assert purpose("slide").options(sample()) == ExportOptions(page="slide", dpi=150)


def test_a_slide_shows_the_strongest_of_many_cards() -> None:
    many = random_canvas(1, 40, 2, LONG)
    assert purpose("slide").options(many).show == Selection(strongest=16)
    assert purpose("wall").options(many).show is None


def test_type_on_a_slide_is_larger_than_on_a_page_of_its_height() -> None:
    few = random_canvas(3, 10, 2, LONG)
    slide, page = (
        draw(few, ExportOptions(page=name)).cards[0].font_pt
        for name in ("slide", "a4")  # type: ignore[arg-type]
    )
    assert slide > page


def test_small_type_names_the_size_the_page_and_the_ways_out() -> None:
    many = random_canvas(1, 32, 2, LONG)
    [said] = [line for line in advised("slide", many) if "too small" in line]
    assert said.endswith(
        "pt on a slide is too small to read from the back of a room: show fewer cards."
    )
    [said] = [
        line for line in advised("wall", random_canvas(1, 140, 2, LONG)) if "too small" in line
    ]
    assert "on A1" in said
    assert said.endswith("show fewer cards, or use A0.")
    assert not [line for line in advised("bid", sample()) if "too small" in line]


def test_figures_without_a_source_and_pages_without_a_date_are_told() -> None:
    reading = Reading(id="r", card="c1", date=dt.date(2026, 1, 1), direction="rising", figure=3)
    canvas = sample().model_copy(update={"readings": (reading,), "date": None})
    said = advised("bid", canvas)
    assert any(line.startswith("1 figure has no source.") for line in said)
    assert any(line.startswith("The page has no date.") for line in said)


def test_a_picture_without_any_source_is_told() -> None:
    cards = tuple(card.model_copy(update={"source": None}) for card in sample().cards)
    canvas = sample().model_copy(update={"readings": (), "cards": cards})
    assert any(line.startswith("Nothing on the picture") for line in advised("bid", canvas))
    assert not any("source" in line for line in advised("bid", sample()))


def test_a_logo_needs_words_and_has_a_colour() -> None:
    mute = LOGO.model_copy(update={"alt": ""})
    canvas = sample().model_copy(update={"cover": Cover(logo=mute)})
    said = advised("bid", canvas, palette="black_and_white")
    assert any("no words" in line for line in said)
    assert any("keeps its own colours" in line for line in said)
    named = sample().model_copy(update={"cover": Cover(logo=LOGO)})
    assert not any("logo" in line for line in advised("bid", named))


def test_assumptions_that_the_foot_has_no_room_for_are_counted() -> None:
    many = tuple(
        Assumption(id=f"a{n}", text="We assume that the council goes on to pay for it " * 3)
        for n in range(14)
    )
    said = advised("bid", sample().model_copy(update={"assumptions": many}))
    assert any("of 14 assumptions" in line for line in said)


def test_nothing_is_said_of_a_picture_that_is_in_order() -> None:
    assert advised("bid", sample()) == ()
