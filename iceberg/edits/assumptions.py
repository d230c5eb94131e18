"""Edits of assumptions."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from iceberg.edits.base import At, BaseEdit, Changes
from iceberg.edits.phrases import listed, quoted
from iceberg.edits.rows import index_of, put, replace, take_out
from iceberg.model import (
    CARDS_LIMIT,
    Assumption,
    Canvas,
    CardText,
    Id,
    OptionalLine,
    Status,
    StatusChange,
)

_FIELD_WORDS = {
    "text": "text",
    "cards": "cards",
    "load_bearing": "weight",
    "vulnerable": "vulnerability",
    "signpost": "signpost",
    "owner": "owner",
    "review": "review date",
    "status": "status",
    "history": "status history",
}


class AddAssumption(BaseEdit):
    """Adds an assumption."""

    kind: Literal["add_assumption"] = "add_assumption"
    assumption: Assumption
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the assumption."""
        _check_cards(canvas, self.assumption.cards)
        assumptions = put(canvas.assumptions, self.assumption, self.at, "assumption", CARDS_LIMIT)
        return canvas.model_copy(update={"assumptions": assumptions})

    def describe(self, before: Canvas) -> str:  # noqa: ARG002
        """Names the assumption."""
        return f"Added the assumption {quoted(self.assumption.text)}"


class AssumptionChanges(Changes):
    """What can change on an assumption."""

    text: CardText = ""
    cards: tuple[Id, ...] = ()
    load_bearing: bool = False
    vulnerable: bool = False
    signpost: OptionalLine = None
    owner: OptionalLine = None
    review: dt.date | None = None
    status: Status = "holds"
    history: tuple[StatusChange, ...] = ()


class ChangeAssumption(BaseEdit):
    """Changes an assumption."""

    kind: Literal["change_assumption"] = "change_assumption"
    assumption: Id
    changes: AssumptionChanges

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the changed assumption."""
        index = index_of(canvas.assumptions, self.assumption, "assumption")
        changed = canvas.assumptions[index].model_copy(update=self.changes.given())
        if "cards" in self.changes.model_fields_set:
            _check_cards(canvas, changed.cards)
        assumptions = replace(canvas.assumptions, index, changed)
        return canvas.model_copy(update={"assumptions": assumptions})

    def describe(self, before: Canvas) -> str:
        """Names the new text or status where that is what changed, else the fields."""
        name, given = _name(before, self.assumption), self.changes.given()
        if list(given) == ["text"]:
            return f"Reworded the assumption {name} as {quoted(self.changes.text)}"
        if "status" in given and given.keys() <= {"status", "history"}:
            return f"Marked the assumption {name} as: {self.changes.status}"
        fields = listed(_FIELD_WORDS[field] for field in given or ["text"])
        return f"Changed {fields} of the assumption {name}"


class RemoveAssumption(BaseEdit):
    """Takes an assumption away."""

    kind: Literal["remove_assumption"] = "remove_assumption"
    assumption: Id

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the assumption."""
        assumptions = take_out(canvas.assumptions, self.assumption, "assumption")
        return canvas.model_copy(update={"assumptions": assumptions})

    def describe(self, before: Canvas) -> str:
        """Names the assumption."""
        return f"Removed the assumption {_name(before, self.assumption)}"


def _name(canvas: Canvas, assumption_id: str) -> str:
    texts = (quoted(a.text) for a in canvas.assumptions if a.id == assumption_id)
    return next(texts, "that is gone")


def _check_cards(canvas: Canvas, card_ids: tuple[str, ...]) -> None:
    for card_id in card_ids:
        index_of(canvas.cards, card_id, "card")
