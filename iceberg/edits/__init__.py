"""Every change to a canvas: one union of edits, one fold, exact inverses."""

from iceberg.edits.assumptions import (
    AddAssumption,
    AssumptionChanges,
    ChangeAssumption,
    RemoveAssumption,
)
from iceberg.edits.base import BaseEdit, Changes
from iceberg.edits.cards import (
    AddCard,
    Arrange,
    CardChanges,
    ChangeCard,
    MoveCard,
    Placement,
    RemoveCard,
)
from iceberg.edits.details import (
    AddLayer,
    ChangeDetails,
    DetailsChanges,
    NameSnapshot,
    RemoveLayer,
    RemoveSnapshot,
)
from iceberg.edits.difference import difference, inverse
from iceberg.edits.findings import (
    BringBackFinding,
    DismissFinding,
    ForgetFinding,
    KeepFinding,
    KeptChanges,
    RewordFinding,
)
from iceberg.edits.fold import apply, describe, fold
from iceberg.edits.imports import KeepImportNote, RemoveImportNote
from iceberg.edits.links import AddLink, ChangeLink, LinkChanges, RemoveLink
from iceberg.edits.merge import MergeCards
from iceberg.edits.readings import AddReading, ChangeReading, ReadingChanges, RemoveReading
from iceberg.edits.touching import TouchedPart, overlap, touched
from iceberg.edits.tray import (
    AddTrayCard,
    AddTrayLink,
    ChangeTrayCard,
    PlaceFromTray,
    PutInTray,
    RemoveTrayCard,
    RemoveTrayLink,
)
from iceberg.edits.union import (
    EDITS,
    Edit,
    Single,
    Together,
    added,
    edit_from_json,
    edit_to_json,
)

__all__ = [
    "EDITS",
    "AddAssumption",
    "AddCard",
    "AddLayer",
    "AddLink",
    "AddReading",
    "AddTrayCard",
    "AddTrayLink",
    "Arrange",
    "AssumptionChanges",
    "BaseEdit",
    "BringBackFinding",
    "CardChanges",
    "ChangeAssumption",
    "ChangeCard",
    "ChangeDetails",
    "ChangeLink",
    "ChangeReading",
    "ChangeTrayCard",
    "Changes",
    "DetailsChanges",
    "DismissFinding",
    "Edit",
    "ForgetFinding",
    "KeepFinding",
    "KeepImportNote",
    "KeptChanges",
    "LinkChanges",
    "MergeCards",
    "MoveCard",
    "NameSnapshot",
    "PlaceFromTray",
    "Placement",
    "PutInTray",
    "ReadingChanges",
    "RemoveAssumption",
    "RemoveCard",
    "RemoveImportNote",
    "RemoveLayer",
    "RemoveLink",
    "RemoveReading",
    "RemoveSnapshot",
    "RemoveTrayCard",
    "RemoveTrayLink",
    "RewordFinding",
    "Single",
    "Together",
    "TouchedPart",
    "added",
    "apply",
    "describe",
    "difference",
    "edit_from_json",
    "edit_to_json",
    "fold",
    "inverse",
    "overlap",
    "touched",
]
