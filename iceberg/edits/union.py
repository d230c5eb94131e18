"""Every edit in one union, told apart by ``kind``."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Final, Literal, TypeAlias, get_args

from pydantic import Field, TypeAdapter, ValidationError

from iceberg.edits.assumptions import AddAssumption, ChangeAssumption, RemoveAssumption
from iceberg.edits.base import BaseEdit
from iceberg.edits.cards import AddCard, Arrange, ChangeCard, MoveCard, RemoveCard
from iceberg.edits.details import (
    AddLayer,
    ChangeDetails,
    NameSnapshot,
    RemoveLayer,
    RemoveSnapshot,
)
from iceberg.edits.findings import (
    BringBackFinding,
    DismissFinding,
    ForgetFinding,
    KeepFinding,
    RewordFinding,
)
from iceberg.edits.imports import KeepImportNote, RemoveImportNote
from iceberg.edits.links import AddLink, ChangeLink, RemoveLink
from iceberg.edits.merge import MergeCards
from iceberg.edits.phrases import cell_name, counted
from iceberg.edits.readings import AddReading, ChangeReading, RemoveReading
from iceberg.edits.tray import (
    AddTrayCard,
    AddTrayLink,
    ChangeTrayCard,
    PlaceFromTray,
    PutInTray,
    RemoveTrayCard,
    RemoveTrayLink,
)
from iceberg.errors import BadInputError
from iceberg.model import Canvas, OptionalLine, problems_of

Single: TypeAlias = (
    AddCard
    | ChangeCard
    | MoveCard
    | RemoveCard
    | MergeCards
    | Arrange
    | AddLink
    | ChangeLink
    | RemoveLink
    | AddReading
    | ChangeReading
    | RemoveReading
    | AddAssumption
    | ChangeAssumption
    | RemoveAssumption
    | KeepFinding
    | RewordFinding
    | ForgetFinding
    | DismissFinding
    | BringBackFinding
    | ChangeDetails
    | AddLayer
    | RemoveLayer
    | NameSnapshot
    | RemoveSnapshot
    | AddTrayCard
    | ChangeTrayCard
    | RemoveTrayCard
    | AddTrayLink
    | RemoveTrayLink
    | PutInTray
    | PlaceFromTray
    | KeepImportNote
    | RemoveImportNote
)


class Together(BaseEdit):
    """Several edits as one: all or none of them, and one step of undo. May be empty.

    A ``title`` says what they come to; without one they are described by what they are.
    """

    kind: Literal["together"] = "together"
    edits: tuple[Annotated[Single, Field(discriminator="kind")], ...]
    title: OptionalLine = None

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas after all of the edits, in order."""
        for edit in self.edits:
            canvas = edit.apply(canvas)
        return canvas

    def describe(self, before: Canvas) -> str:
        """Describes the only or the first edit; counts cards that are added or placed."""
        if self.title:
            return self.title
        if not self.edits:
            return "Changed nothing"
        kinds = Counter(type(edit) for edit in self.edits)
        if set(kinds) == {AddCard} and len(self.edits) > 1:
            return f"Added {counted(len(self.edits), 'card', 'cards')}"
        if set(kinds) == {PlaceFromTray} and len(self.edits) > 1:
            return self._together("Placed {cards} from the tray", " in {cell}", before)
        if set(kinds) == {MoveCard} and len(self.edits) > 1:
            return self._together("Moved {cards}", " to {cell}", before)
        first, more = self.edits[0].describe(before), len(self.edits) - 1
        return f"{first}, and {counted(more, 'more change', 'more changes')}" if more else first

    def _together(self, said: str, where: str, before: Canvas) -> str:
        """A sentence about all cards at once, and where they have gone if that is one cell."""
        cards = counted(len(self.edits), "card", "cards")
        cells = {(e.layer, e.level) for e in self.edits if isinstance(e, PlaceFromTray | MoveCard)}
        cell = where.format(cell=cell_name(before, *cells.pop())) if len(cells) == 1 else ""
        return said.format(cards=cards) + cell


Edit: TypeAlias = Single | Together
EDITS: Final[tuple[type[BaseEdit], ...]] = (*get_args(Single), Together)
"""Every kind of edit."""

_ADAPTER: TypeAdapter[Edit] = TypeAdapter(Annotated[Edit, Field(discriminator="kind")])


def added(edit: Edit) -> tuple[str, ...]:
    """The ids of the cards and links that an edit adds."""
    singles = edit.edits if isinstance(edit, Together) else (edit,)
    cards = (one.card.id for one in singles if isinstance(one, AddCard))
    links = (one.link.id for one in singles if isinstance(one, AddLink))
    return (*cards, *links)


def edit_to_json(edit: Edit) -> str:
    """An edit as one line of JSON, the same bytes every time; the defaults are written too."""
    return _ADAPTER.dump_json(edit, by_alias=True).decode()


def edit_from_json(text: str | bytes) -> Edit:
    """The edit that JSON says.

    Raises:
        BadInputError: it is not one, with each thing that is wrong.
    """
    try:
        return _ADAPTER.validate_json(text)
    except ValidationError as error:
        raise BadInputError(problems_of(error)) from error
