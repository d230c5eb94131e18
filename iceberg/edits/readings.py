"""Edits of readings."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from iceberg.edits.base import At, BaseEdit, Changes
from iceberg.edits.phrases import card_name, listed
from iceberg.edits.rows import index_of, put, replace, take_out
from iceberg.model import LINKS_LIMIT, Canvas, Direction, Figure, Id, OptionalLine, Reading
from iceberg.wording import DIRECTION_WORDS, long_date

_FIELD_WORDS = {
    "card": "card",
    "date": "date",
    "direction": "direction",
    "figure": "figure",
    "unit": "unit",
    "nation": "nation",
    "period": "period",
    "source": "source",
}


class AddReading(BaseEdit):
    """Adds a dated reading to a card."""

    kind: Literal["add_reading"] = "add_reading"
    reading: Reading
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the reading."""
        index_of(canvas.cards, self.reading.card, "card")
        readings = put(canvas.readings, self.reading, self.at, "reading", LINKS_LIMIT)
        return canvas.model_copy(update={"readings": readings})

    def describe(self, before: Canvas) -> str:
        """Names the card, the direction and the date."""
        name, on = card_name(before, self.reading.card), long_date(self.reading.date)
        return f"Read {name} as {DIRECTION_WORDS[self.reading.direction]} on {on}"


class ReadingChanges(Changes):
    """What can change on a reading."""

    card: Id = ""
    date: dt.date = dt.date.min
    direction: Direction = "steady"
    figure: Figure = None
    unit: OptionalLine = None
    nation: OptionalLine = None
    period: OptionalLine = None
    source: OptionalLine = None


class ChangeReading(BaseEdit):
    """Changes a reading."""

    kind: Literal["change_reading"] = "change_reading"
    reading: Id
    changes: ReadingChanges

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the changed reading."""
        index = index_of(canvas.readings, self.reading, "reading")
        reading = canvas.readings[index].model_copy(update=self.changes.given())
        index_of(canvas.cards, reading.card, "card")
        return canvas.model_copy(update={"readings": replace(canvas.readings, index, reading)})

    def describe(self, before: Canvas) -> str:
        """Names the fields and the card."""
        fields = listed(_FIELD_WORDS[field] for field in self.changes.given() or ["date"])
        return f"Changed {fields} of a reading of {_about(before, self.reading)}"


class RemoveReading(BaseEdit):
    """Takes a reading away."""

    kind: Literal["remove_reading"] = "remove_reading"
    reading: Id

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the reading."""
        readings = take_out(canvas.readings, self.reading, "reading")
        return canvas.model_copy(update={"readings": readings})

    def describe(self, before: Canvas) -> str:
        """Names the card."""
        return f"Removed a reading of {_about(before, self.reading)}"


def _about(canvas: Canvas, reading_id: str) -> str:
    cards = (reading.card for reading in canvas.readings if reading.id == reading_id)
    return card_name(canvas, next(cards, ""))
