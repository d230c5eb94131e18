"""The page of assumptions: what it shows, and in which order."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.edits import AddLink, AddReading
from iceberg.model import Canvas, Link, Reading, StatusChange, Threshold
from iceberg.ui.assumptions import wording
from tests.ui.driving import Driver
from tests.ui.ledger import LAST_YEAR, SOON, TODAY, asked, having, labels, ledger


def test_what_asks_for_another_look_comes_first_with_the_way_in_words(
    app: Driver, small: Canvas
) -> None:
    known = having(
        small,
        {"id": "a1", "cards": ("closed",), "review": SOON},
        {"id": "a2"},
        {"id": "a3", "cards": ("closed",), "history": (LAST_YEAR,)},
        {"id": "a4", "review": TODAY - dt.timedelta(days=1)},
    )
    reading = Reading(id="r2", card="cost", date=TODAY, direction="rising")
    ledger(app, known.model_copy(update={"readings": (reading,)}))
    assert labels(app) == ["A4", "A3", "A1", "A2"]
    assert [item.value for item in app.at.subheader] == [
        "Ask for another look (2)",
        "By review date (1)",
        "Without a review date (1)",
    ]
    assert "How it gets there: Costs rise → Fewer lunches → holds in place: The club" in asked(app)
    assert "4 assumptions; 4 hold; 2 ask for another look." in app.shown


@pytest.mark.parametrize(("holding", "said"), [(0, "none holds"), (1, "1 holds"), (2, "2 hold")])
def test_the_count_of_those_that_hold_is_a_sentence(holding: int, said: str) -> None:
    assert wording.summary(2, 1, holding) == f"2 assumptions; {said}; 1 asks for another look."


def test_a_new_cause_and_a_passed_signpost_ask_at_once(app: Driver, small: Canvas) -> None:
    limit = Threshold(crossing="above", figure=10)
    known = having(
        small, {"id": "a1", "cards": ("cost",), "signpost_card": "closed", "threshold": limit}
    )
    ledger(app, known)
    assert asked(app) == ""
    link = Link(id="new", source="closed", target="cost")
    app.workshop.submit(app.canvas_id, AddLink(link=link), "somebody")
    app.at.run()
    assert "“The club closed on Friday” has been named as a cause of “Costs rise”" in asked(app)
    reading = Reading(id="r2", card="closed", date=TODAY, direction="rising", figure=11)
    app.workshop.submit(app.canvas_id, AddReading(reading=reading), "somebody")
    app.at.run()
    first, *_ = asked(app).splitlines()
    assert first.startswith("- “The club closed on Friday” was read as 11 on")


def test_an_entry_tells_all_that_is_known(app: Driver, small: Canvas) -> None:
    old = StatusChange(date=LAST_YEAR.date, status="weakening", note="Cut.", text="It was free")
    known = having(
        small,
        {
            "id": "a1",
            "text": "The hall is free",
            "cards": ("cost",),
            "links": ("l1",),
            "load_bearing": True,
            "vulnerable": True,
            "signpost": "A letter",
            "signpost_card": "less",
            "threshold": Threshold(crossing="below", figure=5),
            "shaping": ("Ask early", "Write"),
            "hedging": ("Find a hall",),
            "owner": "Trustees",
            "review": SOON,
            "history": (old,),
        },
    )
    shown = ledger(app, known).shown
    for said in (
        "A1 · The hall is free",
        "✓ holds · the plan rests on it · could well fail · review by",
        "Trustees",
        "Rests on:** “Costs rise”; “Costs rise” drives “Fewer lunches”",
        "Warning sign:** A letter (“Fewer lunches” falls below 5)",
        "To protect it:** Ask early; Write",
        "In case it fails:** Find a hall",
        "▽ weakening. Cut. It said then: “It was free”.",
    ):
        assert said in shown


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (["asking"], ["A2"]),
        (["shaky"], ["A2", "A3"]),
        (["load_bearing"], ["A1", "A3"]),
        (["vulnerable", "load_bearing"], ["A1"]),
        (["asking", "vulnerable"], []),
    ],
)
def test_filters_keep_what_is_so(
    app: Driver, small: Canvas, chosen: list[str], left: list[str]
) -> None:
    known = having(
        small,
        {"id": "a1", "load_bearing": True, "vulnerable": True},
        {"id": "a2", "status": "broken", "review": TODAY - dt.timedelta(days=9)},
        {"id": "a3", "status": "weakening", "load_bearing": True},
    )
    ledger(app, known).fill(assumption_filters=chosen)
    app.at.run()
    assert labels(app) == left
    assert (wording.NONE_LEFT in app.shown) is not left or left


def test_one_owners_assumptions(app: Driver, small: Canvas) -> None:
    known = having(
        small, {"id": "a1", "owner": "Board"}, {"id": "a2", "owner": "Trustees"}, {"id": "a3"}
    )
    ledger(app, known).fill(assumption_owner="Trustees")
    app.at.run()
    assert labels(app) == ["A2"]


def test_without_any_the_page_says_what_to_do(app: Driver, small: Canvas) -> None:
    ledger(app, having(small))
    assert wording.EMPTY in app.shown
    assert not app.at.get("download_button")


def test_from_an_entry_to_the_picture(app: Driver, small: Canvas) -> None:
    ledger(app, having(small, {"id": "a1", "cards": ("less",)})).press("show:a1")
    assert app.at.session_state["selected_card"] == "less"
