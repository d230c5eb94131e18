"""Moments are compared on a page of their own, for those who facilitate."""

from __future__ import annotations

import pytest

from iceberg.compare.wording import NOTHING
from iceberg.edits import AddCard, CardChanges, ChangeCard, NameSnapshot, RemoveCard
from iceberg.model import Canvas, Card, Force, Snapshot
from iceberg.ui.compare import wording
from iceberg.ui.compare.chart import moments_chart
from tests.compare.samples import NOW, THEN, moment
from tests.ui.driving import Driver
from tests.ui.test_findings import as_viewer


def changed(app: Driver, small: Canvas) -> Driver:
    """A canvas on which revision 2 is called June, and 5 is now."""
    app.open(small)
    new = Card(id="new", layer="place", level="patterns", text="A *new* card")
    for edit in (
        AddCard(card=new),
        ChangeCard(card="cost", changes=CardChanges(force=Force(effect="resists", strength=2))),
        NameSnapshot(snapshot=Snapshot(id="s1", name="June", revision=2)),
        RemoveCard(card="closed"),
        ChangeCard(card="cost", changes=CardChanges(force=Force(effect="resists", strength=5))),
    ):
        app.workshop.submit(app.canvas_id, edit, "another")
    return app.visit("compare", app.canvas_id)


def test_the_last_named_moment_is_compared_with_now(app: Driver, small: Canvas) -> None:
    changed(app, small)
    assert (app.widget("compare_from").value, app.widget("compare_to").value) == (2, 5)
    assert "Gone from Place, events: “The club closed on Friday”." in app.shown
    assert "“Costs rise” resists, strength 5; it was: resists, strength 2." in app.shown
    assert "A *new* card" not in app.shown


def test_any_two_moments_can_be_chosen(app: Driver, small: Canvas) -> None:
    changed(app, small)
    app.widget("compare_from").set_value(0).run()
    app.widget("compare_to").set_value(2).run()
    assert "New in Place, patterns: “A *new* card”." in app.shown
    assert "The club closed on Friday" not in app.shown
    app.widget("compare_to").set_value(0).run()
    assert wording.SAME in app.shown
    assert not app.errors


def test_two_moments_that_are_alike_say_so(app: Driver, small: Canvas) -> None:
    app.open(small)
    name = NameSnapshot(snapshot=Snapshot(id="s1", name="June", revision=0))
    app.workshop.submit(app.canvas_id, name, "another")
    app.visit("compare", app.canvas_id)
    assert NOTHING in app.shown


@pytest.mark.parametrize("extension", wording.FORMATS)
def test_the_picture_can_be_taken_away(app: Driver, small: Canvas, extension: str) -> None:
    changed(app, small)
    app.widget("compare_format").set_value(extension).run()
    assert not app.errors
    [button] = app.at.get("download_button")
    assert button.proto.label.endswith(wording.FORMATS[extension])


def test_without_any_change_there_is_a_name_to_give(app: Driver, small: Canvas) -> None:
    app.open(small, "compare")
    assert wording.NO_CHANGE in app.shown
    app.fill(snapshot_name="The start").press("snapshot_button")
    assert app.canvas.snapshots[0].name == "The start"
    assert wording.NO_CHANGE not in app.shown


def test_is_it_getting_harder_names_the_cards(app: Driver, small: Canvas) -> None:
    changed(app, small)
    app.at.session_state["compare_tab"] = wording.TABS[1]
    app.at.run()
    assert "With another strength: “Costs rise” (5, was 2)." in app.shown
    assert "whether it is getting harder is for the room to say" in app.shown
    tables = [table.value for table in app.at.table]
    assert list(tables[0][wording.MOMENT]) == ["June", "Now"]
    assert list(tables[0][wording.RESISTING]) == ["1 \\(2\\)", "1 \\(5\\)"]


def test_those_who_only_look_see_no_earlier_moment(
    app: Driver, small: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(app, small)
    other = as_viewer(app, monkeypatch).visit("compare", app.canvas_id)
    assert wording.ONLY_FACILITATORS in other.shown
    assert "The club closed on Friday" not in other.shown


@pytest.mark.parametrize("page", ["readings", "compare"])
def test_the_way_back_is_in_the_frame(app: Driver, small: Canvas, page: str) -> None:
    app.open(small, page)
    assert "Findings" in [link.label.strip("*") for link in app.at.get("page_link")]


def test_the_chart_has_a_block_for_every_scored_card() -> None:
    chart = moments_chart([moment("June", THEN), moment("June", NOW)], "place", False)
    spec = chart.to_dict()
    [rows] = spec["datasets"].values()
    assert [(row["moment"], row["card"], row["pull"]) for row in rows] == [
        ("1. June", "staff", -3),
        ("2. June", "staff", -3),
        ("2. June", "club", 3),
    ]
