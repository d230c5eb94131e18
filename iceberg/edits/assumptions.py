"""Edits of assumptions."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from iceberg.edits.base import At, BaseEdit, Changes
from iceberg.edits.phrases import listed, quoted
from iceberg.edits.rows import index_of, put, replace, take_out
from iceberg.model import (
    CARDS_LIMIT,
    Actions,
    Assumption,
    Canvas,
    CardText,
    Id,
    OptionalLine,
    Status,
    StatusChange,
    Threshold,
)

_FIELD_WORDS = {
    "text": "text",
    "cards": "cards",
    "links": "links",
    "load_bearing": "weight",
    "vulnerable": "vulnerability",
    "signpost": "signpost",
    "signpost_card": "card of the signpost",
    "threshold": "threshold",
    "shaping": "protecting actions",
    "hedging": "preparing actions",
    "owner": "owner",
    "review": "review date",
    "status": "status",
    "history": "status history",
}


_NAMING = {"cards", "links", "signpost_card"}


class AddAssumption(BaseEdit):
    """Adds an assumption."""

    kind: Literal["add_assumption"] = "add_assumption"
    assumption: Assumption
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the assumption."""
        _check_named(canvas, self.assumption)
        assumptions = put(canvas.assumptions, self.assumption, self.at, "assumption", CARDS_LIMIT)
        return canvas.model_copy(update={"assumptions": assumptions})

    def describe(self, before: Canvas) -> str:  # noqa: ARG002
        """Names the assumption."""
        return f"Added the assumption {quoted(self.assumption.text)}"


class AssumptionChanges(Changes):
    """What can change on an assumption."""

    text: CardText = ""
    cards: tuple[Id, ...] = ()
    links: tuple[Id, ...] = ()
    load_bearing: bool = False
    vulnerable: bool = False
    signpost: OptionalLine = None
    signpost_card: Id | None = None
    threshold: Threshold | None = None
    shaping: Actions = ()
    hedging: Actions = ()
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
        if _NAMING & self.changes.model_fields_set:
            _check_named(canvas, changed)
        assumptions = replace(canvas.assumptions, index, changed)
        return canvas.model_copy(update={"assumptions": assumptions})

    def describe(self, before: Canvas) -> str:
        """Names the new text, status or review where that is what changed, else the fields."""
        name, given = _name(before, self.assumption), self.changes.given()
        if given.keys() in ({"text"}, {"text", "history"}) and not self._is_review(before):
            return f"Reworded the assumption {name} as {quoted(self.changes.text)}"
        if "status" in given and given.keys() <= {"status", "history"}:
            return f"Marked the assumption {name} as: {self.changes.status}"
        if self._is_review(before):
            return f"Reviewed the assumption {name}: {self.changes.history[-1].status}"
        told = [field for field in given if field != "history"] or [*given] or ["text"]
        fields = listed(_FIELD_WORDS[field] for field in told)
        return f"Changed {fields} of the assumption {name}"

    def _is_review(self, before: Canvas) -> bool:
        history = self.changes.given().get("history", ())
        known = len(_history(before, self.assumption))
        return any(line.look for line in history[known:])


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


def _history(canvas: Canvas, assumption_id: str) -> tuple[StatusChange, ...]:
    return next((a.history for a in canvas.assumptions if a.id == assumption_id), ())


def _check_named(canvas: Canvas, assumption: Assumption) -> None:
    watched = (assumption.signpost_card,) if assumption.signpost_card else ()
    for card_id in (*assumption.cards, *watched):
        index_of(canvas.cards, card_id, "card")
    for link_id in assumption.links:
        index_of(canvas.links, link_id, "link")
