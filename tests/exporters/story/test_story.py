"""The story says what stands on the canvas, all of it, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from iceberg.errors import NotFoundError
from iceberg.exporters.story import Column, Section, Story, Table, tell
from iceberg.exporters.story.figures import figure, holds_for, observed
from iceberg.model import Canvas, Reading, Threshold
from iceberg.wording import ended, quoted
from tests.scene.samples import plain, sample
from tests.strategies import canvases


def said(section: Section) -> str:
    """Everything under one heading, as one text."""
    table = [] if section.table is None else [str(row) for row in section.table.rows]
    lines = [*(one.text for one in (*section.sentences, *section.points)), *table]
    return "\n".join((section.title, *lines, *map(said, section.parts)))


def named(section: Section) -> set[str]:
    """The ids of the cards that a section's sentences say they come from."""
    own = {card for one in (*section.sentences, *section.points) for card in one.cards}
    return own.union(*map(named, section.parts))


def whole(story: Story) -> str:
    return "\n".join(map(said, story.told()))


def test_it_tells_what_stands_on_the_canvas() -> None:
    story = tell(sample())
    assert [section.title for section in story.told()] == [
        "At a glance",
        "How to read this",
        "What is on the picture",
        "What leads to what",
        "What resists and what helps the change",
        "What we assume",
        "What was observed",
        "Sources",
    ]
    assert "“Contracts below cost” drives “Staff keep leaving”" in said(story.sections["links"])
    assert "A1 rests on “Contracts below cost”." in said(story.sections["assumptions"])
    assert "The staff list" in said(story.sections["sources"])


def test_an_empty_canvas_tells_how_to_read_it_and_no_more() -> None:
    assert [section.title for section in tell(plain()).told()] == ["How to read this"]


def test_only_what_is_used_is_explained() -> None:
    explained = said(tell(plain("A card")).sections["how_to_read"])
    assert "▼" not in explained
    assert "arrow" not in explained.lower()
    assert "▼" in said(tell(sample()).sections["how_to_read"])


def test_one_layer_tells_of_its_cards_alone() -> None:
    story = tell(sample(), layers=("place",))
    assert "Contracts below cost" not in whole(story)
    assert "Staff keep leaving" in whole(story)
    with pytest.raises(NotFoundError, match="moon"):
        tell(sample(), layers=("moon",))


def test_cards_that_the_view_leaves_out_stay_out_and_are_counted() -> None:
    view = sample().view.model_copy(update={"left_out": ("c1",)})
    canvas = sample().model_copy(update={"view": view})
    assert "Contracts below cost" not in whole(tell(canvas))
    assert "Drawn from 2 of 3 cards" in whole(tell(canvas))
    assert "Contracts below cost" in whole(tell(canvas, whole=True))


def test_the_strongest_force_comes_first() -> None:
    table = tell(sample()).sections["forces"].data
    assert table is not None
    assert [(row[0], row[4]) for row in table.rows] == [
        ("resists", 4),
        ("resists", 3),
        ("helps", 3),
    ]


def test_columns_share_the_page_and_leave_room_for_their_titles() -> None:
    table = Table((Column("Votes", 2), Column("Can we shift it?", 40)), ())
    narrow, wide = table.shares()
    assert narrow + wide == pytest.approx(1)
    assert narrow / wide > len("Votes") / 40


def _ids(table: Table | None) -> list[object]:
    titles = [column.title for column in table.columns] if table else []
    return [row[titles.index("Id")] for row in table.rows] if table and "Id" in titles else []


@given(canvases())
def test_every_card_link_assumption_and_source_is_told(canvas: Canvas) -> None:
    story = tell(canvas, whole=True)
    told = {name: story.sections[name].data for name in ("cards", "links", "readings", "sources")}
    rows = {name: table.rows if table else () for name, table in told.items()}
    ids = {name: [str(one) for one in _ids(table)] for name, table in told.items()}
    shown = {layer.id for layer in canvas.shown_layers()}
    expected = sorted(card.id for card in canvas.cards if card.layer in shown)
    assert sorted(ids["cards"]) == expected
    texts = {card.text for card in canvas.cards if card.layer in shown}
    assert {row[2] for row in rows["cards"]} == texts
    links = story.sections["links"]
    told_links = [link for part in links.parts for one in part.points for link in one.links]
    assert sorted(told_links) == sorted(ids["links"])
    assert named(links) <= {card.id for card in canvas.cards}


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [
        (15, "% of pay", "15% of pay"),
        (1.4, "£bn a year", "£1.4bn a year"),
        (134760, "households", "134,760 households"),
        ("about 30", None, "about 30"),
        (None, "councils", ""),
    ],
)
def test_figures_are_written_as_people_write_them(
    number: int | float | str | None, unit: str | None, shown: str
) -> None:
    reading = Reading(
        id="r",
        card="c",
        date=dt.date(2026, 1, 2),
        direction="rising",
        figure=number,
        unit=unit,
        nation="Wales",
    )
    assert figure(reading) == shown
    assert observed(reading) == (f"rising, {shown}" if shown else "rising")
    assert holds_for(reading) == "Wales, 2 January 2026"


def test_sentences_end_once_and_are_quoted_once() -> None:
    assert ended("It ends") == "It ends."
    assert ended("Does it?") == "Does it?"
    assert ended("“It ends.”") == "“It ends.”"
    assert quoted("“We tried”") == "“We tried”"
    assert quoted("We tried") == "“We tried”"


def test_an_assumption_tells_its_links_signpost_and_actions() -> None:
    more = {
        "links": ("l1",),
        "signpost_card": "c2",
        "threshold": Threshold(crossing="above", figure=1_200),
        "shaping": ("Ask early.", "Write"),
        "hedging": ("Share a post",),
    }
    one = sample().assumptions[0].model_copy(update=more)
    story = tell(sample().model_copy(update={"assumptions": (one,)}))
    told = said(story.sections["assumptions"])
    assert (
        "A1 rests on “Contracts below cost” and “Contracts below cost” drives “Staff keep leaving”."
    ) in told
    assert "To protect it: Ask early; Write." in told
    assert "In case it fails: Share a post." in told
    data = story.sections["assumptions"].data
    assert data is not None
    row = dict(zip([column.title for column in data.columns], data.rows[0], strict=True))
    assert row["Rests on"] == (
        "Contracts below cost\n“Contracts below cost” drives “Staff keep leaving”"
    )
    assert row["Signpost"] == "“Staff keep leaving” rises above 1,200"
    assert (row["To protect it"], row["In case it fails"]) == ("Ask early.\nWrite", "Share a post")
