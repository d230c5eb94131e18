"""Edits of the canvas as a whole: its details, layers and snapshots."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from iceberg.edits.base import At, BaseEdit, Changes
from iceberg.edits.phrases import listed, quoted
from iceberg.edits.refusals import last_layer, layer_in_use
from iceberg.edits.rows import index_of, put, take_out
from iceberg.model import (
    CARDS_LIMIT,
    LAYERS_LIMIT,
    Canvas,
    Cover,
    Id,
    Language,
    Layer,
    Line,
    Snapshot,
    Title,
    View,
)
from iceberg.wording import counted

_FIELD_WORDS = {
    "title": "title",
    "question": "question",
    "place": "place",
    "aim": "aim",
    "date": "date",
    "language": "language",
    "view": "view",
    "cover": "cover",
}


class DetailsChanges(Changes):
    """What can change about the canvas as a whole."""

    title: Title = ""
    question: Line = ""
    place: Line = ""
    aim: Line = ""
    date: dt.date | None = None
    language: Language = ""
    view: View = View()
    cover: Cover = Cover()


class ChangeDetails(BaseEdit):
    """Changes the title, question, place, aim, date, language, view or cover."""

    kind: Literal["change_details"] = "change_details"
    changes: DetailsChanges

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the changed details."""
        return canvas.model_copy(update=self.changes.given())

    def describe(self, before: Canvas) -> str:
        """Names the new title, or how many cards are shown, where that is all; else the fields."""
        given = self.changes.given()
        if list(given) == ["view"] and self.changes.view.left_out != before.view.left_out:
            return self._describe_view(before)
        if list(given) == ["title"]:
            return f"Renamed the canvas {quoted(self.changes.title)}"
        return f"Changed the {listed(_FIELD_WORDS[field] for field in given or ['title'])}"

    def _describe_view(self, before: Canvas) -> str:
        shown = len(before.model_copy(update={"view": self.changes.view}).shown_cards())
        if not self.changes.view.left_out:
            return "Showed all cards"
        return f"Showed just {shown} of {counted(len(before.cards), 'card')}"


class AddLayer(BaseEdit):
    """Adds a layer."""

    kind: Literal["add_layer"] = "add_layer"
    layer: Layer
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the layer."""
        layers = put(canvas.layers, self.layer, self.at, "layer", LAYERS_LIMIT)
        return canvas.model_copy(update={"layers": layers})

    def describe(self, before: Canvas) -> str:  # noqa: ARG002
        """Names the layer."""
        return f"Added the layer {self.layer.title}"


class RemoveLayer(BaseEdit):
    """Takes a layer without cards away."""

    kind: Literal["remove_layer"] = "remove_layer"
    layer: Id

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the layer."""
        layers = take_out(canvas.layers, self.layer, "layer")
        if any(card.layer == self.layer for card in canvas.cards):
            raise layer_in_use(_title(canvas, self.layer))
        if not layers:
            raise last_layer(_title(canvas, self.layer))
        return canvas.model_copy(update={"layers": layers})

    def describe(self, before: Canvas) -> str:
        """Names the layer."""
        return f"Removed the layer {_title(before, self.layer)}"


class NameSnapshot(BaseEdit):
    """Names a revision, so that it can be found again."""

    kind: Literal["name_snapshot"] = "name_snapshot"
    snapshot: Snapshot
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the snapshot's name."""
        snapshots = put(canvas.snapshots, self.snapshot, self.at, "snapshot", CARDS_LIMIT)
        return canvas.model_copy(update={"snapshots": snapshots})

    def describe(self, before: Canvas) -> str:  # noqa: ARG002
        """Names the snapshot and its revision."""
        return f"Named revision {self.snapshot.revision} {quoted(self.snapshot.name)}"


class RemoveSnapshot(BaseEdit):
    """Takes the name of a revision away; the revision itself stays."""

    kind: Literal["remove_snapshot"] = "remove_snapshot"
    snapshot: Id

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the snapshot's name."""
        snapshots = take_out(canvas.snapshots, self.snapshot, "snapshot")
        return canvas.model_copy(update={"snapshots": snapshots})

    def describe(self, before: Canvas) -> str:
        """Names the snapshot."""
        index = index_of(before.snapshots, self.snapshot, "snapshot")
        return f"Removed the snapshot {quoted(before.snapshots[index].name)}"


def _title(canvas: Canvas, layer_id: str) -> str:
    return next((layer.title for layer in canvas.layers if layer.id == layer_id), layer_id)
