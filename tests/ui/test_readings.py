from __future__ import annotations

import datetime as dt

from iceberg.model import Canvas
from tests.ui.driving import Driver


def test_add_a_reading(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="cost")
    app.fill(
        "reading",
        date=dt.date(2026, 2, 1),
        direction="easing",
        figure="1,250.5",
        unit="pounds",
        period="Q1",
    )
    app.press("save", "reading")
    reading = app.canvas.readings[-1]
    assert (reading.card, reading.date, reading.direction) == (
        "cost",
        dt.date(2026, 2, 1),
        "easing",
    )
    assert (reading.figure, reading.unit, reading.period) == (1250.5, "pounds", "Q1")
    assert "1 February 2026 · easing · 1,250.5 pounds · Q1" in app.shown


def test_a_figure_may_be_words(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="cost").fill(figure="about half")
    app.press("save", "reading")
    assert app.canvas.readings[-1].figure == "about half"


def test_change_and_remove_a_reading(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="less").fill(**{"choose_reading:less": "r1"})
    app.at.run()
    app.fill(direction="steady", figure="13")
    app.press("save", "reading")
    assert (app.canvas.readings[0].direction, app.canvas.readings[0].figure) == ("steady", 13)
    app.press("reading_remove")
    assert app.canvas.readings == ()
    app.press("undo")
    assert app.canvas.readings[0].figure == 13
