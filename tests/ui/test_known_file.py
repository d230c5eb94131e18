"""A file that was taken away leads back to its canvas, as it was then."""

from __future__ import annotations

import io

import openpyxl
import pytest

from iceberg.edits import ChangeDetails, DetailsChanges, RemoveCard
from iceberg.exporters import ExportOptions, export
from iceberg.model import Canvas, Origin
from iceberg.ui import wording as app_words
from iceberg.ui.bring import wording
from tests.ui.driving import Driver
from tests.ui.test_findings import as_viewer


def taken(app: Driver, extension: str) -> bytes:
    """The file of the canvas as it is now; then the canvas goes on."""
    canvas = app.canvas
    options = ExportOptions(origin=Origin(app.canvas_id, canvas.revision), dpi=72)
    data = export(canvas, extension, options).data
    edit = ChangeDetails(changes=DetailsChanges(title="Later"))
    app.workshop.submit(app.canvas_id, edit, "somebody")
    return data


def opened_now(app: Driver) -> str:
    """The id of the canvas in the address."""
    named = app.at.query_params["canvas"]
    return named if isinstance(named, str) else named[0]


def give(app: Driver, name: str, data: bytes) -> Driver:
    app.start().widget("bring_file").upload(name, data, "application/octet-stream")
    app.at.run()
    assert not app.at.exception
    return app


@pytest.mark.parametrize("extension", [".pdf", ".docx", ".svg", ".png", ".html", ".iceberg.json"])
def test_a_file_opens_its_canvas_as_it_was(app: Driver, small: Canvas, extension: str) -> None:
    data = taken(app.open(small), extension)
    give(app, f"ours{extension}", data)
    assert wording.KNOWN.format(revision=0, title="Later", now=1) in app.shown
    app.press("file_as_it_was")
    assert app.at.query_params["canvas"] in (app.canvas_id, [app.canvas_id])
    assert app_words.LOOK_LINE.format(revision=0, now=1) in app.shown
    assert app.canvas.title == "Later", "looking changes nothing"


def test_a_canvas_file_can_still_become_a_canvas_of_its_own(app: Driver, small: Canvas) -> None:
    data = taken(app.open(small), ".iceberg.json")
    first = app.canvas_id
    give(app, "ours.iceberg.json", data).press("file_on_its_own")
    opened = opened_now(app)
    assert opened != first
    assert app.workshop.open(opened).title == small.title


def test_a_canvas_file_of_another_store_is_opened_at_once(app: Driver, small: Canvas) -> None:
    options = ExportOptions(origin=Origin("nowhere", 3))
    give(app, "theirs.iceberg.json", export(small, ".iceberg.json", options).data)
    assert not app.errors
    assert "canvas" in app.at.query_params


def test_a_canvas_file_says_what_was_found(app: Driver, small: Canvas) -> None:
    give(app, "theirs.iceberg.json", export(small, ".iceberg.json").data)
    told = {"cards": "3 cards", "links": "2 links"}
    assert wording.OPENED.format(title=small.title, **told) in app.told


def test_a_workbook_can_be_opened_as_a_canvas_of_its_own(app: Driver, small: Canvas) -> None:
    first = app.open(small).canvas_id
    give(app, "ours.xlsx", taken(app, ".xlsx"))
    assert wording.KNOWN.format(revision=0, title="Later", now=1) in app.shown
    app.press("file_on_its_own")
    opened = opened_now(app)
    assert opened != first
    assert app.workshop.open(opened).assumptions == small.assumptions


def test_another_file_takes_the_offer_away(app: Driver, small: Canvas) -> None:
    give(app, "ours.svg", taken(app.open(small), ".svg"))
    app.widget("bring_file").upload("list.md", b"- One card", "text/markdown")
    app.at.run()
    app.start()
    assert "This file is revision" not in app.shown


def test_there_is_one_chooser(app: Driver) -> None:
    app.start()
    assert [one.key for one in app.at.get("file_uploader")] == ["bring_file"]


def test_a_workbook_of_another_store_is_opened_with_all_that_it_has(
    app: Driver, small: Canvas
) -> None:
    data = export(small, ".xlsx", ExportOptions(whole=True, origin=Origin("nowhere", 3))).data
    give(app, "theirs.xlsx", data)
    assert not app.errors
    kept = app.workshop.open(opened_now(app))
    assert (kept.readings, kept.assumptions) == (small.readings, small.assumptions)
    assert [card.text for card in kept.cards] == [card.text for card in small.cards]


def test_a_workbook_that_somebody_has_spoiled_is_refused_with_its_row(
    app: Driver, small: Canvas
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(small, ".xlsx").data))
    book["Layers"]["D2"].value = "red"
    spoiled = io.BytesIO()
    book.save(spoiled)
    give(app, "theirs.xlsx", spoiled.getvalue())
    assert "Layers, row 2" in app.errors[0]
    assert "canvas" not in app.at.query_params


@pytest.mark.parametrize("revision", [0, 9])
def test_other_files_of_unknown_canvases_are_refused_in_a_sentence(
    app: Driver, small: Canvas, revision: int
) -> None:
    canvas_id = app.open(small).canvas_id if revision else "nowhere"
    options = ExportOptions(origin=Origin(canvas_id, revision))
    give(app, "theirs.svg", export(small, ".svg", options).data)
    assert app.errors == [f"{wording.UNKNOWN} {wording.UNKNOWN_MEND}"]


def test_those_who_only_look_are_not_led_to_earlier_moments(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.open(small)
    app.workshop.submit(app.canvas_id, RemoveCard(card="cost"), "somebody")
    origin = Origin(app.canvas_id, 0)
    data = export(small, ".svg", ExportOptions(origin=origin)).data
    other = as_viewer(app, monkeypatch)
    token = other.at.query_params["token"]
    give(other, "ours.svg", data)
    assert other.errors == [f"{wording.UNKNOWN} {wording.UNKNOWN_MEND}"]
    # Nor by whatever else would make the session look there.
    other.at.session_state["looking_at"] = (app.canvas_id, 0)
    other.at.query_params["token"] = token
    other.visit("canvas", app.canvas_id)
    assert "Costs rise" not in other.shown
    assert app_words.LOOK_LINE.format(revision=0, now=1) not in other.shown
