"""A layer is read again, card by card, each answer one edit."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.model import Canvas, Card, Reading
from iceberg.ui import session
from iceberg.ui.readings import wording
from tests.ui.driving import Driver
from tests.ui.test_findings import as_viewer

TODAY = dt.date.today()
NOW = "reading_now"


@pytest.fixture
def national(small: Canvas) -> Canvas:
    """Three national cards, of which the first two have been read."""
    cards = (
        Card(id="nics", layer="national", level="events", text="NICs rise"),
        Card(id="need", layer="national", level="patterns", text="Need grows"),
        *small.cards,
    )
    readings = (
        Reading(id="r1", card="nics", date=dt.date(2025, 4, 1), direction="rising"),
        Reading(
            id="r2",
            card="need",
            date=dt.date(2026, 1, 5),
            direction="rising",
            figure=12,
            unit="%",
            nation="UK",
            source="A survey",
        ),
    )
    return small.model_copy(update={"cards": cards, "readings": readings})


def opened(app: Driver, canvas: Canvas) -> Driver:
    return app.open(canvas, "readings")


def test_the_first_card_of_the_country_comes_first(app: Driver, national: Canvas) -> None:
    opened(app, national)
    assert "NICs rise" in app.shown
    assert "Last reading: 1 April 2025 · rising" in app.shown
    assert "1 of 3" in app.at.get("progress")[0].proto.text


def test_a_new_reading_is_one_edit_and_the_next_card_comes(app: Driver, national: Canvas) -> None:
    opened(app, national).press("skip", NOW)
    assert (app.widget("unit", NOW).value, app.widget("figure", NOW).value) == ("%", "")
    app.fill(NOW, direction="easing", figure="11.5", source="A survey, 2026").press("save", NOW)
    reading = app.canvas.readings[-1]
    assert (reading.card, reading.direction, reading.figure) == ("need", "easing", 11.5)
    assert (reading.unit, reading.nation, reading.source) == ("%", "UK", "A survey, 2026")
    assert (reading.date, app.canvas.revision) == (TODAY, 1)
    assert "Costs rise" in app.shown
    assert wording.NEVER in app.shown
    app.visit("canvas", app.canvas_id).press("undo")
    assert len(app.canvas.readings) == 2


def test_without_a_figure_there_is_no_unit(app: Driver, national: Canvas) -> None:
    opened(app, national).press("skip", NOW).fill(NOW, direction="steady").press("save", NOW)
    reading = app.canvas.readings[-1]
    assert (reading.direction, reading.figure, reading.unit) == ("steady", None, None)


def test_no_change_is_confirmed_as_of_today(app: Driver, national: Canvas) -> None:
    opened(app, national).press("skip", NOW).press("confirm", NOW)
    known, again = app.canvas.readings[1], app.canvas.readings[-1]
    assert again == known.model_copy(update={"id": again.id, "date": TODAY})
    assert again.id != known.id
    app.press("back", NOW)
    assert wording.READ_TODAY in app.shown
    assert f"{NOW}:confirm" not in [button.key for button in app.at.button]


def test_the_end_counts_and_names_the_moment(app: Driver, national: Canvas) -> None:
    opened(app, national).press("confirm", NOW).press("save", NOW).press("skip", NOW)
    said = "1 new reading, 1 card confirmed without a change, 1 card skipped"
    assert said in app.at.success[0].value.replace("\\", "")
    app.fill(snapshot_name="Review of September").press("snapshot_button")
    assert app.canvas.snapshots[0].name == "Review of September"
    app.press("readings_again")
    assert "NICs rise" in app.shown


def test_what_is_taken_back_is_not_counted_and_counts_again_when_redone(
    app: Driver, national: Canvas
) -> None:
    opened(app, national).press("confirm", NOW).press("save", NOW).press("skip", NOW)
    app.press("undo")
    assert len(app.canvas.readings) == 3
    kept = "1 card confirmed without a change, 1 card skipped"
    said = app.at.success[0].value.replace("\\", "")
    assert said.endswith(f" {kept}.")
    assert "new reading" not in said
    app.press("redo")
    assert f"1 new reading, {kept}" in app.at.success[0].value.replace("\\", "")


def test_back_never_leaves_the_first_card(app: Driver, national: Canvas) -> None:
    opened(app, national)
    assert app.widget("back", NOW).disabled
    app.press("skip", NOW).press("back", NOW)
    assert "NICs rise" in app.shown
    assert app.canvas.revision == 0


def test_another_iceberg_has_a_round_of_its_own(app: Driver, national: Canvas) -> None:
    opened(app, national).press("skip", NOW)
    app.widget("readings_layer").set_value("place").run()
    assert "The club closed on Friday" in app.shown
    app.widget("readings_layer").set_value("national").run()
    assert "Need grows" in app.shown


def test_a_refusal_stays_with_the_card(app: Driver, national: Canvas) -> None:
    opened(app, national)
    session.meetings().begin(session.grant(app.canvas_id), "locked")
    app.fill(NOW, figure="16").press("save", NOW)
    assert len(app.errors) == 1
    assert "NICs rise" in app.shown
    assert app.widget("figure", NOW).value == "16"
    assert app.canvas.revision == 0


def test_those_who_only_look_are_told_so(
    app: Driver, national: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(app, national)
    other = as_viewer(app, monkeypatch).visit("readings", app.canvas_id)
    assert wording.ONLY_FACILITATORS in other.shown
    assert not [button for button in other.at.button if (button.key or "").startswith(NOW)]


def test_an_iceberg_without_cards_says_so(app: Driver, small: Canvas) -> None:
    bare = small.model_copy(update={"cards": (), "links": (), "readings": (), "assumptions": ()})
    opened(app, bare)
    assert "iceberg has no cards yet" in app.shown
