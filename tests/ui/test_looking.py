"""An earlier moment of the canvas can be looked at, named, and brought back."""

from __future__ import annotations

from iceberg.edits import NameSnapshot
from iceberg.model import Canvas, Snapshot
from iceberg.ui import wording
from tests.ui.driving import Driver


def _changed_twice(app: Driver, small: Canvas) -> None:
    """Revision 1 adds a card, revision 2 removes another one."""
    app.open(small).fill(text="One more").press("add_button")
    app.choose(card="less").press("remove:less").panel("canvas")


def test_an_earlier_moment_is_shown_and_now_stays(app: Driver, small: Canvas) -> None:
    _changed_twice(app, small)
    app.widget("look_at").set_value(1).run()
    assert wording.LOOK_LINE.format(revision=1, now=2) in app.shown
    assert app.canvas.revision == 2
    app.press("look_back")
    assert "earlier moment: revision" not in app.shown


def test_an_earlier_moment_can_be_named(app: Driver, small: Canvas) -> None:
    _changed_twice(app, small)
    app.widget("look_at").set_value(1).run()
    app.fill(snapshot_name="Before the cut").press("snapshot_button")
    [snapshot] = app.canvas.snapshots
    assert (snapshot.name, snapshot.revision) == ("Before the cut", 1)


def test_an_earlier_moment_is_brought_back_as_a_new_edit(app: Driver, small: Canvas) -> None:
    _changed_twice(app, small)
    cut = app.canvas
    app.fill(snapshot_name="After the cut").press("snapshot_button")
    [after] = app.canvas.snapshots
    app.widget(f"look_at:{after.id}").set_value(1).run()
    app.press("bring_back")
    then = app.workshop.at(app.canvas_id, 1)
    assert {card.id: card for card in app.canvas.cards} == {card.id: card for card in then.cards}
    assert {link.id for link in app.canvas.links} == {"l1", "l2"}
    assert [snapshot.name for snapshot in app.canvas.snapshots] == ["After the cut"]
    assert app.canvas.revision == 4
    assert "Brought back revision 1" in app.shown
    app.press("undo")
    assert app.canvas.cards == cut.cards


def test_a_moment_that_gets_another_name_stays_in_sight(app: Driver, small: Canvas) -> None:
    _changed_twice(app, small)
    app.widget("look_at").set_value(1).run()
    named = NameSnapshot(snapshot=Snapshot(id="s", name="Before the cut", revision=1))
    app.workshop.submit(app.canvas_id, named, "somebody else")
    app.at.run()
    assert not app.errors
    assert wording.LOOK_LINE.format(revision=1, now=3) in app.shown
