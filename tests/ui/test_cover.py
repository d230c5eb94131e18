"""What stands around the picture is kept on the canvas, and can be undone."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.model import Canvas, Cover, logo_from
from tests.test_logo import png, svg
from tests.ui.driving import Driver


def test_title_date_organisation_funder_and_caption_are_kept_as_one_edit(
    app: Driver, small: Canvas
) -> None:
    app.open(small, "take-away").fill(
        "cover",
        title="Keeping it going",
        date=dt.date(2026, 6, 24),
        organisation="Our Trust",
        funder="Their Fund",
        caption="As we see it.",
        language="cy",
        direction="rtl",
    )
    app.press("save", "cover")
    canvas = app.canvas
    assert (canvas.title, canvas.date, canvas.language) == (
        "Keeping it going",
        dt.date(2026, 6, 24),
        "cy",
    )
    assert canvas.cover == Cover(
        organisation="Our Trust", funder="Their Fund", caption="As we see it.", direction="rtl"
    )
    assert canvas.revision == 1
    app.visit("canvas", app.canvas_id).press("undo")
    assert app.canvas.cover == Cover()
    assert app.canvas.title == small.title


@pytest.mark.parametrize("content", [png(), svg('<circle r="4"/>')], ids=["png", "svg"])
def test_a_logo_is_checked_kept_and_taken_away(app: Driver, small: Canvas, content: bytes) -> None:
    app.open(small, "take-away").fill("cover", alt="A plate")
    app.widget("logo", "cover").upload("logo.png", content, "image/png")
    app.press("save", "cover")
    assert app.canvas.cover.logo == logo_from(content, "A plate")
    app.fill("cover", alt="A green plate").press("save", "cover")
    assert app.canvas.cover.logo == logo_from(content, "A green plate")
    app.fill("cover", remove_logo=True).press("save", "cover")
    assert app.canvas.cover.logo is None
    app.visit("canvas", app.canvas_id).press("undo")
    assert app.canvas.cover.logo == logo_from(content, "A green plate")


def test_a_file_that_is_no_logo_is_refused_and_nothing_is_kept(app: Driver, small: Canvas) -> None:
    app.open(small, "take-away").fill("cover", organisation="Our Trust")
    app.widget("logo", "cover").upload("logo.png", b"GIF89a", "image/png")
    app.press("save", "cover")
    [said] = app.errors
    assert "This file cannot be used" in said
    assert "Choose a PNG or SVG of at most 200 kB." in said
    assert app.canvas.cover == Cover()


def test_only_those_who_may_change_the_canvas_are_asked(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    from iceberg.ui import session

    monkeypatch.setattr(session, "may_facilitate", lambda _: False)
    app.open(small, "take-away")
    assert not [box for box in app.at.text_input if box.key and box.key.startswith("cover")]
