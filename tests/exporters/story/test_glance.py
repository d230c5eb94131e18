"""What a canvas says at a glance: counts that are right, and nothing that it does not hold."""

from __future__ import annotations

import re

from hypothesis import given

from iceberg.exporters.story import tell
from iceberg.exporters.story.glance import FAVOURITES
from iceberg.model import Canvas, Card
from tests.scene.samples import plain, sample
from tests.strategies import canvases


def said(canvas: Canvas) -> list[str]:
    return [point.text for point in tell(canvas).sections["glance"].points]


def test_it_counts_cards_links_forces_votes_readings_and_assumptions() -> None:
    assert said(sample()) == [
        "3 cards on National and Place; 2 links say what leads to what, "
        "1 of them from one layer to another.",
        "2 cards resist and 1 card helps the change.",
        "Most votes went to “Staff keep leaving” (3\u00a0votes).",
        "1 card has a reading: 1 rising.",
        "The plan rests on 1 assumption: 1 is weakening.",
    ]


def test_what_is_not_there_is_not_told() -> None:
    assert said(plain()) == []
    assert said(plain("A card")) == ["1 card on National and Place."]


def test_no_more_than_the_favourites_are_named_the_first_first() -> None:
    votes = (2, 9, 4, 7)
    cards = tuple(
        Card(id=f"c{n}", layer="place", level="events", text=f"Card {n}", votes=count)
        for n, count in enumerate(votes)
    )
    canvas = sample().model_copy(update={"cards": cards, "links": (), "readings": ()})
    [line] = [text for text in said(canvas) if text.startswith("Most votes")]
    assert re.findall(r"Card \d", line) == ["Card 1", "Card 3", "Card 2"]
    assert len(re.findall(r"votes\)", line)) == FAVOURITES


@given(canvases())
def test_every_card_it_names_is_shown(canvas: Canvas) -> None:
    shown = {card.id for card in canvas.cards} - set(canvas.view.left_out)
    for point in tell(canvas).sections["glance"].points:
        assert set(point.cards) <= shown
