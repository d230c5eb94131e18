"""Assumptions are reviewed, added, changed and removed, on their page and beside the picture."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from icalendar import Calendar

from iceberg.edits import AddLink, RemoveCard
from iceberg.model import Canvas, Link, StatusChange, Threshold
from iceberg.ui.assumptions import wording
from tests.ui.driving import Driver
from tests.ui.ledger import SOON, TODAY, asked, having, labels, ledger, undone, unfold


def test_a_review_is_one_edit_and_one_undo(app: Driver, small: Canvas) -> None:
    before = having(small, {"id": "a1", "cards": ("less",), "shaping": ("Ask",)})
    ledger(app, before).press("review:a1")
    app.fill(
        "review:a1:",
        status="weakening",
        why="The budget was cut.",
        text="The council pays half",
        shaping="Ask early\n\n Write ",
        hedging="Find a hall",
        review=SOON,
    ).press("save", "review:")
    (changed,) = app.canvas.assumptions
    assert app.canvas.revision == 1
    assert (changed.status, changed.text, changed.review) == (
        "weakening",
        "The council pays half",
        SOON,
    )
    assert (changed.shaping, changed.hedging) == (("Ask early", "Write"), ("Find a hall",))
    assert changed.history == (
        StatusChange(date=TODAY, status="holds", text="Thing a1"),
        StatusChange(
            date=TODAY, status="weakening", note="The budget was cut.", text="The council pays half"
        ),
    )
    assert app.told == ["Reviewed the assumption “Thing a1”: weakening"]
    undone(app, before)


def test_a_review_proposes_three_months_and_keeps_the_wording(app: Driver, small: Canvas) -> None:
    ledger(app, having(small, {"id": "a1", "cards": ("less",)})).press("review:a1")
    app.press("save", "review:")
    (changed,) = app.canvas.assumptions
    assert changed.review == TODAY + dt.timedelta(weeks=13)
    assert changed.history[-1] == StatusChange(date=TODAY, status="holds")


def test_a_review_ends_the_asking(app: Driver, small: Canvas) -> None:
    ledger(app, having(small, {"id": "a1", "cards": ("less",)}))
    link = Link(id="new", source="closed", target="cost")
    app.workshop.submit(app.canvas_id, AddLink(link=link), "somebody")
    app.at.run()
    assert "has been named as a cause" in asked(app)
    app.press("review:a1").press("save", "review:")
    assert asked(app) == ""
    app.press("undo")
    assert "has been named as a cause" in asked(app)


def test_a_review_without_words_is_refused_and_changes_nothing(app: Driver, small: Canvas) -> None:
    before = having(small, {"id": "a1"})
    ledger(app, before).press("review:a1").fill("review:a1:", text=" ").press("save", "review:")
    assert app.canvas.assumptions == before.assumptions


def test_add_an_assumption_with_everything(app: Driver, small: Canvas) -> None:
    before = having(small)
    unfold(ledger(app, before), "new_assumption")
    app.fill(
        text="The hall stays free",
        cards=["closed", "cost"],
        links=["l2"],
        load_bearing=True,
        signpost="A letter from the landlord",
        signpost_card="less",
        crossing="above",
        figure="1,200",
        shaping="Ask early",
        hedging="Find a hall\nShare one",
        owner="Trustees",
        review=SOON,
    ).press("save")
    (added,) = app.canvas.assumptions
    assert (added.text, added.cards, added.links) == (
        "The hall stays free",
        ("closed", "cost"),
        ("l2",),
    )
    assert (added.load_bearing, added.vulnerable) == (True, False)
    assert (added.signpost, added.signpost_card) == ("A letter from the landlord", "less")
    assert added.threshold == Threshold(crossing="above", figure=1200)
    assert (added.shaping, added.hedging) == (("Ask early",), ("Find a hall", "Share one"))
    assert (added.owner, added.review, added.status) == ("Trustees", SOON, "holds")
    assert added.history == (StatusChange(date=TODAY, status="holds", text="The hall stays free"),)
    assert app.widget("text", "assumption:new").value == ""
    undone(app, before)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": ""}, "The text is empty. Write at least one character."),
        ({"crossing": "above", "figure": "much"}, wording.NEEDS_FIGURE),
        ({"crossing": "above", "figure": "3"}, wording.NEEDS_CARD),
        (
            {"shaping": "x" * 301},
            "An action to protect it is longer than 300 characters. Shorten it.",
        ),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    app: Driver, small: Canvas, given: dict[str, Any], said: str
) -> None:
    unfold(ledger(app, having(small)), "new_assumption")
    app.fill(**{"text": "We assume", **given}).press("save")
    assert app.errors == [said]
    assert app.canvas.assumptions == ()
    assert app.widget("text", "assumption:new").value == given.get("text", "We assume")


def test_change_what_an_assumption_says_and_rests_on(app: Driver, small: Canvas) -> None:
    limit = Threshold(crossing="above", figure=2.5)
    before = having(
        small, {"id": "a1", "cards": ("less",), "signpost_card": "less", "threshold": limit}
    )
    ledger(app, before).press("change:a1")
    assert app.widget("figure").value == "2.5"
    app.fill(text="The council pays", cards=[], links=["l1"], crossing="none").press("save")
    (changed,) = app.canvas.assumptions
    assert (changed.text, changed.cards, changed.links) == ("The council pays", (), ("l1",))
    assert (changed.threshold, changed.signpost_card) == (None, "less")
    assert not changed.history[-1].look
    undone(app, before)


def test_other_words_get_a_dated_line_and_what_asks_for_a_look_still_asks(
    app: Driver, small: Canvas
) -> None:
    before = having(small, {"id": "a1", "cards": ("less",)})
    ledger(app, before)
    link = Link(id="new", source="closed", target="cost")
    app.workshop.submit(app.canvas_id, AddLink(link=link), "somebody")
    app.at.run()
    app.press("change:a1").fill(text="The council pays").press("save")
    (changed,) = app.canvas.assumptions
    assert changed.history == (
        StatusChange(date=TODAY, status="holds", text="Thing a1"),
        StatusChange(date=TODAY, status="holds", text="The council pays", look=False),
    )
    assert app.told == ["Reworded the assumption “Thing a1” as “The council pays”"]
    assert "has been named as a cause" in asked(app)
    assert ": reworded." in app.shown
    assert "✓ holds. It said then: “Thing a1”." in app.shown
    app.press("undo")
    assert app.canvas.assumptions == before.assumptions


def test_a_card_that_it_rested_on_and_that_is_taken_off_asks_for_another_look(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger(app, having(small, {"id": "a1", "cards": ("less", "cost")}))
    app.workshop.submit(app.canvas_id, RemoveCard(card="cost"), "somebody")
    app.at.run()
    assert "“Costs rise”, which it rested on, has been taken off the canvas" in asked(app)
    app.press("review:a1").press("save", "review:")
    assert asked(app) == ""
    app.press("undo")
    assert "has been taken off the canvas" in asked(app)

    from iceberg.ui import session

    monkeypatch.setattr(session, "may_facilitate", lambda _: False)
    app.at.run()
    assert "Costs rise" not in app.shown
    assert asked(app) == ""


def test_remove_an_assumption(app: Driver, small: Canvas) -> None:
    before = having(small, {"id": "a1"})
    ledger(app, before).press("remove:a1")
    assert app.canvas.assumptions == ()
    undone(app, before)


def test_pick_one_reword_it_and_add_it(app: Driver, small: Canvas) -> None:
    before = having(small)
    unfold(ledger(app, before), "starter").fill(starter_group="Mainstream services take it in")
    app.at.run()
    app.fill("starter_text:", **{"starter-integration-funding": "We assume Northfield pays"})
    app.press("starter_add")
    (added,) = app.canvas.assumptions
    assert (added.id, added.text) == ("starter-integration-funding", "We assume Northfield pays")
    assert (added.vulnerable, added.cards) == (True, ())
    assert added.signpost == "The council’s draft budget has no line for the posts"
    assert added.history[0].text == "We assume Northfield pays"
    options = app.widget("Mainstream services take it in", "starter_chosen:").options
    assert not [option for option in options if option == "Funding"]
    undone(app, before)


def test_the_review_dates_as_a_file(app: Driver, small: Canvas) -> None:
    known = having(small, {"id": "a1", "review": SOON}, {"id": "a2"})
    ledger(app, known)
    (button,) = app.at.get("download_button")
    assert button.label == wording.CALENDAR
    from iceberg.exporters import export

    (event,) = Calendar.from_ical(export(app.canvas, ".ics").data).walk("VEVENT")
    assert event.decoded("dtstart") == SOON


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((0, 0, 0), "0 assumptions; none holds; none asks for another look."),
        ((1, 1, 1), "1 assumption; 1 holds; 1 asks for another look."),
        ((3, 2, 2), "3 assumptions; 2 hold; 2 ask for another look."),
    ],
)
def test_the_summary_for_none_one_and_many(numbers: tuple[int, int, int], said: str) -> None:
    assert wording.summary(*numbers) == said


# Beside the picture


def test_a_card_lists_what_rests_on_it_or_on_its_links(app: Driver, small: Canvas) -> None:
    known = having(
        small,
        {"id": "a1", "cards": ("less",)},
        {"id": "a2", "links": ("l1",), "status": "broken"},
        {"id": "a3", "cards": ("cost",), "review": TODAY - dt.timedelta(days=1)},
    )
    app.open(known).choose(card="less")
    assert labels(app) == ["A1", "A2"]
    app.choose(card="cost")
    assert labels(app) == ["A2", "A3"]
    assert "✗ broken" in app.shown
    assert "✓ holds · asks for another look" in app.shown
    app.choose(card="closed")
    assert labels(app) == []
    assert wording.AT_CARD_NONE in app.shown


def test_add_one_that_rests_on_the_card(app: Driver, small: Canvas) -> None:
    before = having(small)
    app.open(before).choose(card="less").fill(assumed="The hall stays free")
    app.press("assume")
    (added,) = app.canvas.assumptions
    assert (added.text, added.cards) == ("The hall stays free", ("less",))
    assert added.history == (StatusChange(date=TODAY, status="holds", text="The hall stays free"),)
    assert app.widget("assumed").value == ""
    undone(app, before)


def test_those_who_only_look_read_and_change_nothing(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    from iceberg.ui import session

    monkeypatch.setattr(session, "may_facilitate", lambda _: False)
    hidden = having(small, {"id": "a1", "cards": ("less", "cost"), "review": SOON})
    view = hidden.view.model_copy(update={"left_out": ("cost",)})
    ledger(app, hidden.model_copy(update={"view": view}))
    assert labels(app) == ["A1"]
    assert "Costs rise" not in app.shown
    keys = {button.key for button in app.at.button}
    assert not {key for key in keys if key and key.startswith(("review:", "change:", "remove:"))}
