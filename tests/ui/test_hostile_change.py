"""What people write is shown as written on the pages for readings, moments and what was found."""

from __future__ import annotations

from iceberg.edits import CardChanges, ChangeCard, NameSnapshot
from iceberg.model import Canvas, Force, KeptFinding, Snapshot
from iceberg.ui.compare import wording as compare
from tests.ui.driving import Driver
from tests.ui.test_hostile import assert_as_written, everywhere
from tests.ui.test_hostile import hostile as hostile  # the fixture


def test_what_was_found_is_shown_as_written(app: Driver, small: Canvas, hostile: str) -> None:
    kept = KeptFinding(id="gap:lone:cost", kind="gap", text=hostile, cards=("cost",))
    app.open(everywhere(small, hostile).model_copy(update={"kept": (kept,)}), "findings")
    assert hostile in app.shown
    assert_as_written(app, hostile)


def test_readings_are_asked_for_as_written(app: Driver, small: Canvas, hostile: str) -> None:
    app.open(everywhere(small, hostile), "readings")
    assert hostile in app.shown
    assert_as_written(app, hostile)
    app.press("confirm", "reading_now")
    assert_as_written(app, hostile)


def test_moments_are_compared_as_written(app: Driver, small: Canvas, hostile: str) -> None:
    app.open(everywhere(small, hostile))
    force = CardChanges(text=f"{hostile}!", force=Force(effect="helps"))
    for edit in (
        NameSnapshot(snapshot=Snapshot(id="s2", name=hostile, revision=0)),
        ChangeCard(card="cost", changes=force),
    ):
        app.workshop.submit(app.canvas_id, edit, "another")
    for tab in compare.TABS:
        app.at.session_state["compare_tab"] = tab
        app.visit("compare", app.canvas_id)
        assert hostile in app.shown
        assert_as_written(app, hostile)
