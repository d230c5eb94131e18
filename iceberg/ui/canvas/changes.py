"""From what a form holds to the edit that it asks for; None when nothing would change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from iceberg.edits import (
    CardChanges,
    ChangeCard,
    ChangeDetails,
    ChangeLink,
    ChangeReading,
    Changes,
    ChangeTrayCard,
    DetailsChanges,
    LinkChanges,
    MoveCard,
    ReadingChanges,
)
from iceberg.model import (
    Canvas,
    Card,
    Force,
    Level,
    Link,
    Part,
    Position,
    Reading,
    TrayCard,
)

ChangesT = TypeVar("ChangesT", bound=Changes)
Values = Mapping[str, Any]


def differing(part: Part, changes: ChangesT) -> ChangesT | None:
    """The changes that would change something; None where none would."""
    given = {
        field: value for field, value in changes.given().items() if value != getattr(part, field)
    }
    return type(changes)(**given) if given else None


def card_change(card: Card, values: Values) -> ChangeCard | None:
    """A change of what a card says; raises ValidationError for a value that does not fit."""
    changes = differing(card, CardChanges(**values))
    return ChangeCard(card=card.id, changes=changes) if changes else None


def waiting_change(card: TrayCard, values: Values) -> ChangeTrayCard | None:
    """The same for a card that waits in the tray."""
    changes = differing(card, CardChanges(**values))
    return ChangeTrayCard(card=card.id, changes=changes) if changes else None


def card_move(card: Card, layer: str, level: Level, free: bool) -> MoveCard | None:
    """A move to another cell, or back to where the picture would place the card."""
    stays = (layer, level) == (card.layer, card.level)
    position: Position | None = card.position if stays and not free else None
    if stays and position == card.position:
        return None
    return MoveCard(card=card.id, layer=layer, level=level, position=position)


def link_change(link: Link, values: Values) -> ChangeLink | None:
    """A change of what a link says."""
    changes = differing(link, LinkChanges(**values))
    return ChangeLink(link=link.id, changes=changes) if changes else None


def link_turned(link: Link) -> ChangeLink:
    """The link the other way round."""
    return ChangeLink(link=link.id, changes=LinkChanges(source=link.target, target=link.source))


def reading_change(reading: Reading, values: Values) -> ChangeReading | None:
    """A change of a reading."""
    changes = differing(reading, ReadingChanges(**values))
    return ChangeReading(reading=reading.id, changes=changes) if changes else None


def details_change(canvas: Canvas, values: Values) -> ChangeDetails | None:
    """A change of what the canvas is about."""
    changes = differing(canvas, DetailsChanges(**values))
    return ChangeDetails(changes=changes) if changes else None


def force_of(effect: str | None, strength: int | None, shiftable: str | None) -> Force | None:
    """The force that was scored; None when no effect was."""
    if effect is None:
        return None
    return Force.model_validate(
        {"effect": effect, "strength": strength or 3, "shiftable": shiftable}
    )


def tags_in(line: str) -> tuple[str, ...]:
    """The tags of a line that separates them with commas."""
    return tuple(tag.strip() for tag in line.split(",") if tag.strip())


def figure_in(line: str) -> float | int | str | None:
    """A figure as it was typed: a number where it is one (127,890 too), else the words."""
    typed = line.strip()
    bare = typed.replace(",", "")
    try:
        number = float(bare)
    except ValueError:
        return typed or None
    if number != number or number in (float("inf"), float("-inf")):
        return typed
    return int(number) if number.is_integer() and "e" not in bare.lower() else number
