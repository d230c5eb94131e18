from __future__ import annotations

import datetime as dt

from iceberg.model import Canvas, StatusChange
from tests.ui.driving import Driver


def test_add_an_assumption(app: Driver, small: Canvas) -> None:
    app.open(small).panel("assumptions")
    app.fill(
        text="The hall stays free",
        cards=["closed", "cost"],
        load_bearing=True,
        signpost="A letter from the landlord",
        owner="Sam",
        review=dt.date(2026, 9, 1),
    ).press("save")
    added = app.canvas.assumptions[-1]
    assert (added.text, added.cards) == ("The hall stays free", ("closed", "cost"))
    assert (added.load_bearing, added.vulnerable) == (True, False)
    assert (added.signpost, added.owner) == ("A letter from the landlord", "Sam")
    assert (added.review, added.status) == (dt.date(2026, 9, 1), "holds")
    assert app.widget("text").value == ""


def test_a_new_status_goes_into_the_history(app: Driver, small: Canvas) -> None:
    app.open(small).panel("assumptions").fill(choose_assumption="a1")
    app.at.run()
    app.fill(status="weakening", why="The budget was cut").press("save")
    changed = app.canvas.assumptions[0]
    today = dt.datetime.now(dt.UTC).date()
    assert changed.status == "weakening"
    assert changed.history == (
        StatusChange(date=today, status="weakening", note="The budget was cut"),
    )
    assert "weakening. The budget was cut" in app.shown


def test_change_what_an_assumption_says(app: Driver, small: Canvas) -> None:
    app.open(small).panel("assumptions").fill(choose_assumption="a1")
    app.at.run()
    app.fill(text="The council pays", cards=[]).press("save")
    changed = app.canvas.assumptions[0]
    assert (changed.text, changed.cards, changed.history) == ("The council pays", (), ())


def test_remove_an_assumption(app: Driver, small: Canvas) -> None:
    app.open(small).panel("assumptions").fill(choose_assumption="a1")
    app.at.run()
    app.press("assumption_remove")
    assert app.canvas.assumptions == ()
    app.press("undo")
    assert app.canvas.assumptions == small.assumptions


def test_an_assumption_needs_words(app: Driver, small: Canvas) -> None:
    app.open(small).panel("assumptions").press("save")
    assert app.errors == ["The text is empty. Write at least one character."]
