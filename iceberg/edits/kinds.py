"""The kinds of parts that a canvas has, and which of each kind differ between two canvases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from iceberg.edits.assumptions import (
    AddAssumption,
    AssumptionChanges,
    ChangeAssumption,
    RemoveAssumption,
)
from iceberg.edits.cards import (
    AddCard,
    RemoveCard,
)
from iceberg.edits.details import (
    AddLayer,
    DetailsChanges,
    NameSnapshot,
    RemoveLayer,
    RemoveSnapshot,
)
from iceberg.edits.findings import (
    ForgetFinding,
    KeepFinding,
    KeptChanges,
    RewordFinding,
)
from iceberg.edits.imports import KeepImportNote, RemoveImportNote
from iceberg.edits.links import AddLink, ChangeLink, LinkChanges, RemoveLink
from iceberg.edits.readings import AddReading, ChangeReading, ReadingChanges, RemoveReading
from iceberg.edits.tray import (
    AddTrayCard,
    AddTrayLink,
    RemoveTrayCard,
    RemoveTrayLink,
)
from iceberg.edits.union import Single
from iceberg.model import Canvas, Part


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of part: where a canvas keeps it, and the edits that add and remove it."""

    noun: str
    name: str
    add: Callable[[Any, int], Single]
    remove: Callable[[str], Single]
    change: Callable[[str, dict[str, Any]], Single] | None = None


CARDS = Kind(
    "card",
    "cards",
    lambda card, at: AddCard(card=card, at=at),
    lambda card: RemoveCard(card=card),
)
LAYERS = Kind(
    "layer",
    "layers",
    lambda layer, at: AddLayer(layer=layer, at=at),
    lambda layer: RemoveLayer(layer=layer),
)
ASSUMPTIONS = Kind(
    "assumption",
    "assumptions",
    lambda assumption, at: AddAssumption(assumption=assumption, at=at),
    lambda assumption: RemoveAssumption(assumption=assumption),
    lambda a, new: ChangeAssumption(assumption=a, changes=AssumptionChanges(**new)),
)
HANGING = (
    Kind(
        "link",
        "links",
        lambda link, at: AddLink(link=link, at=at),
        lambda link: RemoveLink(link=link),
        lambda link, new: ChangeLink(link=link, changes=LinkChanges(**new)),
    ),
    Kind(
        "reading",
        "readings",
        lambda reading, at: AddReading(reading=reading, at=at),
        lambda reading: RemoveReading(reading=reading),
        lambda reading, new: ChangeReading(reading=reading, changes=ReadingChanges(**new)),
    ),
    ASSUMPTIONS,
    Kind(
        "finding",
        "kept",
        lambda finding, at: KeepFinding(finding=finding, at=at),
        lambda finding: ForgetFinding(finding=finding),
        lambda finding, new: RewordFinding(finding=finding, changes=KeptChanges(**new)),
    ),
    Kind(
        "snapshot",
        "snapshots",
        lambda snapshot, at: NameSnapshot(snapshot=snapshot, at=at),
        lambda snapshot: RemoveSnapshot(snapshot=snapshot),
    ),
)
IMPORTS = Kind(
    "import",
    "imports",
    lambda note, at: KeepImportNote(note=note, at=at),
    lambda note: RemoveImportNote(note=note),
)
# Cards and links of the tray share their names with the others: they are the same ones, waiting.
TRAY = Kind(
    "card",
    "tray",
    lambda card, at: AddTrayCard(card=card, at=at),
    lambda card: RemoveTrayCard(card=card),
)
TRAY_LINKS = Kind(
    "link",
    "tray_links",
    lambda link, at: AddTrayLink(link=link, at=at),
    lambda link: RemoveTrayLink(link=link),
)
# What differs in these goes, and comes again; but cards of the tray may say something else.
WHOLE = (IMPORTS, TRAY, TRAY_LINKS)
KINDS = (LAYERS, CARDS, *HANGING, *WHOLE)


@dataclass(frozen=True, slots=True)
class Differences:
    """How the parts of one kind differ: new ones with their index, gone ones, changed ones."""

    new: tuple[tuple[int, Any], ...] = ()
    gone: tuple[Any, ...] = ()
    changed: tuple[tuple[Any, Any], ...] = ()


def compare(before: tuple[Any, ...], after: tuple[Any, ...]) -> Differences:
    """How the parts of one kind differ, by their ids."""
    if before is after:
        return Differences()
    old = {part.id: part for part in before}
    new = {part.id: part for part in after}
    return Differences(
        new=tuple((index, part) for index, part in enumerate(after) if part.id not in old),
        gone=tuple(part for part in before if part.id not in new),
        changed=tuple(
            (old[part.id], part)
            for part in after
            if part.id in old and old[part.id] is not part and old[part.id] != part
        ),
    )


def changed_fields(old: Part, new: Part) -> dict[str, Any]:
    """What a part has otherwise, by field, as it is now."""
    return {name: value for name, value in new if getattr(old, name) != value}


def changed_details(before: Canvas, after: Canvas) -> dict[str, Any]:
    """What of a canvas's details is otherwise, by field, as it is now."""
    return {
        name: getattr(after, name)
        for name in DetailsChanges.model_fields
        if getattr(before, name) != getattr(after, name)
    }
