"""Where one is: addresses, reloads, ways back, and errors that nobody should see."""

from __future__ import annotations

import logging

import pytest

from iceberg.live.wording import OUR_FAULT
from iceberg.model import Canvas
from iceberg.ui import guard, pictures, wording
from iceberg.workshop import Workshop
from tests.ui.driving import Driver


@pytest.mark.parametrize("page", ["canvas", "findings", "assumptions", "take-away"])
def test_an_unknown_canvas_is_told_with_a_way_back(app: Driver, page: str) -> None:
    app.visit(page, "nowhere12")
    assert wording.UNKNOWN_CANVAS in app.shown
    assert any(link.label == wording.BACK_TO_START for link in app.at.get("page_link"))
    assert not app.at.exception


@pytest.mark.parametrize("page", ["canvas", "findings", "assumptions", "take-away"])
@pytest.mark.parametrize("canvas_id", ["'; drop table", "../..", "x" * 5_000, "\u202e"])
def test_no_address_brings_a_page_down(app: Driver, page: str, canvas_id: str) -> None:
    app.visit(page, canvas_id)
    assert wording.UNKNOWN_CANVAS in app.shown


@pytest.mark.parametrize("page", ["canvas", "findings", "assumptions", "take-away"])
def test_without_a_canvas_a_page_says_what_to_do(app: Driver, page: str) -> None:
    app.visit(page)
    assert wording.NO_CANVAS in app.shown


def test_a_reload_returns_to_the_same_canvas(app: Driver, small: Canvas) -> None:
    app.open(small).fill(text="Kept").press("add_button")
    again = Driver().visit("canvas", app.canvas_id)
    assert small.title in again.shown
    assert again.at.query_params["canvas"] == app.canvas_id
    assert "Kept (Place)" in again.panel("card").widget("choose_card").options


def test_the_address_keeps_the_canvas_from_page_to_page(app: Driver, small: Canvas) -> None:
    app.open(small)
    app.visit("take-away")
    assert app.at.query_params["canvas"] == app.canvas_id


def test_sessions_have_names_of_their_own(app: Driver, small: Canvas) -> None:
    app.open(small).fill(text="Mine").press("add_button")
    other = Driver().visit("canvas", app.canvas_id)
    assert other.widget("undo").disabled
    assert not app.widget("undo").disabled


def test_our_own_errors_are_logged_and_never_shown(
    small: Canvas,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    app: Driver,
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    app.may_fail = True
    monkeypatch.setattr(pictures, "build_scene", broken)
    with caplog.at_level(logging.ERROR, logger="iceberg.ui"):
        app.open(small)
    assert app.errors == [OUR_FAULT]
    assert not app.at.exception
    assert "secret detail" in caplog.text
    assert app.widget("add_button"), "the panel stands although the picture failed"


def test_an_edit_that_fails_on_our_side_is_told_in_its_place(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    app.may_fail = True
    app.open(small).fill(text="Kept in the form")
    monkeypatch.setattr(Workshop, "submit", broken)
    app.press("add_button")
    assert app.errors == [OUR_FAULT]
    assert app.widget("text").value == "Kept in the form"


def test_what_a_script_raises_is_replaced_by_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(guard.st, "error", said.append)
    assert guard.on_script_error(RuntimeError("secret")) is True
    assert "secret" not in said[0]
