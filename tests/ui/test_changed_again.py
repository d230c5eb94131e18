"""Who changes with a form what somebody else has just changed, unseen, is told of it."""

from __future__ import annotations

from iceberg.edits import CardChanges, ChangeCard
from iceberg.model import Canvas
from tests.ui.driving import Driver


def rewords(app: Driver, text: str) -> str:
    """Somebody else rewords a card; gives the canvas's id."""
    canvas_id = app.workshop.canvases()[0].id
    edit = ChangeCard(card="cost", changes=CardChanges(text=text))
    app.workshop.submit(canvas_id, edit, "her")
    return canvas_id


def test_a_form_that_showed_an_older_canvas_says_so(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="cost")
    canvas_id = rewords(app, "Hers")
    app.fill("change", text="Mine").press("save", "change")
    assert any("Somebody else had changed the same part" in told for told in app.told)
    [told] = app.workshop.lately_overridden(canvas_id, app.canvas.revision)
    assert told.client == "her"
    assert "Mine" in told.warning


def test_a_form_that_showed_the_change_says_nothing(app: Driver, small: Canvas) -> None:
    app.open(small).choose(card="cost")
    canvas_id = rewords(app, "Hers")
    app.at.run()
    app.fill("change", text="Mine").press("save", "change")
    assert len(app.told) == 1
    assert app.workshop.lately_overridden(canvas_id, app.canvas.revision) == ()
