from __future__ import annotations

import datetime as dt

from iceberg.edits import CardChanges, ChangeCard
from iceberg.model import Canvas
from iceberg.ui import wording
from tests.ui.driving import Driver


def test_change_what_the_canvas_is_about(app: Driver, small: Canvas) -> None:
    app.open(small).panel("canvas")
    app.fill(title="New", place="Eastfield", question="How?", aim="Lunch", date=dt.date(2026, 6, 4))
    app.press("save")
    canvas = app.canvas
    assert (canvas.title, canvas.place) == ("New", "Eastfield")
    assert (canvas.question, canvas.aim) == ("How?", "Lunch")
    assert canvas.date == dt.date(2026, 6, 4)


def test_a_canvas_keeps_its_title(app: Driver, small: Canvas) -> None:
    app.open(small).panel("canvas").fill(title=" ").press("save")
    assert app.errors == ["The title is empty. Write at least one character."]
    assert app.canvas.title == small.title


def test_add_another_iceberg(app: Driver, small: Canvas) -> None:
    app.open(small).panel("canvas").fill(layer_to_add="region").press("add_layer_button")
    assert [layer.id for layer in app.canvas.ordered_layers()] == ["national", "region", "place"]
    assert wording.ADD_LAYER_NONE in app.shown


def test_name_this_moment(app: Driver, small: Canvas) -> None:
    app.open(small).fill(text="One more").press("add_button").panel("canvas")
    app.fill(snapshot_name="Workshop of 24 June").press("snapshot_button")
    [snapshot] = app.canvas.snapshots
    assert (snapshot.name, snapshot.revision) == ("Workshop of 24 June", 1)
    assert "“Workshop of 24 June” is revision 1" in app.shown
    app.press("snapshot_button")
    assert app.errors == [wording.SNAPSHOT_NAMELESS]


def test_history_says_who_did_what_when(app: Driver, small: Canvas) -> None:
    app.open(small).panel("canvas")
    assert wording.HISTORY_EMPTY in app.shown
    app.panel("add").fill(text="Mine").press("add_button")
    theirs = ChangeCard(card="cost", changes=CardChanges(text="Theirs"))
    app.workshop.submit(app.canvas_id, theirs, "somebody-else", author="Ana")
    app.panel("canvas")
    lines = app.shown.split("\n")
    [mine] = [number for number, line in enumerate(lines) if "Added the card “Mine”" in line]
    [other] = [number for number, line in enumerate(lines) if "as “Theirs”" in line]
    assert other < mine
    assert "you · today at" in lines[mine + 1]
    assert "Ana · today at" in lines[other + 1]
