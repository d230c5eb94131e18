"""What waits beside the icebergs, and what is known of the maps that cards came from."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from iceberg.model.fields import CardText, Id, Line, OptionalLine, OptionalNote, Tags, Title
from iceberg.model.limits import LINKS_LIMIT, REPORT_LIMIT
from iceberg.model.part import Part
from iceberg.model.parts import Card, Force, Reading
from iceberg.model.words import Level


class Hint(Part):
    """Where a card stood on the map that it came from: shares from its left and from its top."""

    x: Annotated[float, Field(ge=0, le=1)]
    y: Annotated[float, Field(ge=0, le=1)]


class TrayCard(Part):
    """A card whose iceberg and level are not decided yet; its readings wait with it.

    It has the fields of a `Card` but those that say where it stands; of that it may have a hint.
    """

    id: Id
    text: CardText
    force: Force | None = None
    tags: Tags = ()
    source: OptionalLine = None
    note: OptionalNote = None
    votes: Annotated[int, Field(ge=0, le=9_999)] = 0
    originals: tuple[CardText, ...] = ()
    unsure: bool = False
    readings: Annotated[tuple[Reading, ...], Field(max_length=LINKS_LIMIT)] = ()
    hint: Hint | None = None

    @classmethod
    def of(cls, card: Card, readings: tuple[Reading, ...] = ()) -> TrayCard:
        """A card that has been taken off its iceberg, with its readings."""
        said = {name: value for name, value in card if name in cls.model_fields}
        return cls.model_construct(**said, readings=readings)

    def placed(self, layer: str, level: Level) -> Card:
        """The card on an iceberg, without a position: wherever there is room."""
        said = {name: value for name, value in self if name in Card.model_fields}
        return Card.model_validate({**said, "layer": layer, "level": level})


class ImportNote(Part):
    """That a map was brought in: its file's name, what it was read as, and the report (Markdown).

    The day is missing where nobody said it, as on a command line that makes the same file again.
    """

    id: Id
    name: Title
    format: Line
    date: dt.date | None = None
    report: Annotated[str, Field(max_length=REPORT_LIMIT)] = ""
