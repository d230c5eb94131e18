"""A canvas taken away with its history: it opens again, and the history leads to it."""

from __future__ import annotations

import json

from hypothesis import given, settings

from iceberg.catalog import load_catalog
from iceberg.edits import AddCard, CardChanges, ChangeCard, apply, edit_from_json
from iceberg.importers import read_canvas
from iceberg.model import Canvas
from iceberg.store import MemoryStore
from iceberg.workshop import Workshop
from iceberg.workshop.everything import with_history
from tests.meeting.world import CANVAS, KIM, SAM, card
from tests.strategies import canvases

CATALOG = load_catalog()


def worked_on(canvas: Canvas) -> tuple[Workshop, str]:
    workshop = Workshop(MemoryStore())
    made = workshop.create(canvas)
    workshop.submit(made, AddCard(card=card("new1", "The bus was cut")), SAM, 1, "Quiet Otter")
    changes = CardChanges(text="The last bus was cut")
    workshop.submit(made, ChangeCard(card="new1", changes=changes), SAM, 2)
    workshop.undo(made, SAM, 3)
    workshop.submit(made, AddCard(card=card("new2")), KIM, 1)
    return workshop, made


def test_the_file_opens_as_the_canvas_is_now() -> None:
    workshop, made = worked_on(CANVAS)
    assert read_canvas(with_history(workshop, made), CATALOG) == workshop.open(made)


def test_the_history_tells_each_change_and_keeps_the_names_of_devices_back() -> None:
    text = with_history(*worked_on(CANVAS))
    edits = json.loads(text)["history"]["edits"]
    assert [edit["revision"] for edit in edits] == [1, 2, 3, 4]
    assert "The last bus was cut" in edits[1]["sentence"]
    assert edits[2]["sentence"].startswith("Undone")
    assert [edit.get("by") for edit in edits] == ["Quiet Otter", None, None, None]
    assert SAM not in text
    assert KIM not in text


@given(canvases(max_cards=4))
@settings(max_examples=20)
def test_the_edits_lead_from_the_beginning_to_the_canvas(start: Canvas) -> None:
    workshop = Workshop(MemoryStore())
    made = workshop.create(start)
    for layer in start.layers[:1]:
        for number in range(3):
            placed = card(f"made-{number}", layer=layer.id)
            workshop.submit(made, AddCard(card=placed), SAM)
    workshop.undo(made, SAM)
    history = json.loads(with_history(workshop, made))["history"]
    canvas = read_canvas(json.dumps(history["first"]), CATALOG)
    for told in history["edits"]:
        canvas = apply(canvas, edit_from_json(json.dumps(told["edit"])))
    assert canvas.model_copy(update={"revision": 4}) == workshop.open(made)
