"""Everything is offered before a canvas goes: by hand, from the list, and by its last day."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.meeting import Grant
from iceberg.model import Canvas
from iceberg.ui import session, where
from iceberg.ui.meeting import wording
from tests.ui.driving import Driver
from tests.ui.test_findings import as_viewer

BOTH = [wording.TAKE_HISTORY, wording.TAKE_PACK]


def offered(app: Driver) -> list[str]:
    return [button.proto.label for button in app.at.get("download_button")]


def opened(app: Driver, name: str) -> Driver:
    app.at.session_state[name] = True
    app.at.run()
    return app


def test_the_list_offers_everything_before_it_deletes(app: Driver, small: Canvas) -> None:
    gone = app.workshop.create(small)
    app.start().press(f"delete:{gone}")
    assert offered(app) == BOTH
    app.press("delete_yes")
    assert app.workshop.canvases() == ()


def test_the_workshop_page_offers_everything_before_it_deletes(app: Driver, small: Canvas) -> None:
    opened(app.open(small, where.WORKSHOP), "keeping")
    assert offered(app) == BOTH
    app.press("delete_now")
    assert offered(app) == [*BOTH, *BOTH]
    app.press("delete_now_no")
    assert app.canvas.cards == small.cards
    app.press("delete_now").press("delete_now_yes")
    assert app.workshop.canvases() == ()
    assert app.told == [f"Deleted “{small.title}”."]
    assert "Begin with a new one" in app.shown


@pytest.mark.parametrize("page", [where.CANVAS, where.WORKSHOP])
def test_the_warning_of_the_last_day_offers_everything(
    app: Driver, small: Canvas, page: str
) -> None:
    app.open(small, page)
    tomorrow = dt.date.today() + dt.timedelta(days=1)
    session.meetings().keeping.until(Grant(app.canvas_id, "facilitator"), tomorrow)
    app.at.run()
    assert "is deleted with its history after" in app.shown
    assert offered(app) == []
    assert offered(opened(app, "take_first")) == BOTH


def test_the_list_says_until_when_a_canvas_is_kept(app: Driver, small: Canvas) -> None:
    made = app.workshop.create(small)
    session.meetings().keeping.until(Grant(made, "facilitator"), dt.date(2099, 6, 24))
    assert "deleted after 24 June 2099" in app.start().shown


def test_those_who_only_look_are_warned_and_offered_no_history(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.open(small)
    tomorrow = dt.date.today() + dt.timedelta(days=1)
    session.meetings().keeping.until(Grant(app.canvas_id, "facilitator"), tomorrow)
    other = as_viewer(app, monkeypatch)
    other.visit("canvas", app.canvas_id)
    assert "is deleted with its history after" in other.shown
    assert offered(opened(other, "take_first")) == []
