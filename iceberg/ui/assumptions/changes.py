"""From what a form holds to the assumption or the edit that it asks for."""

from __future__ import annotations

import datetime as dt
from typing import Any

from iceberg.edits import AddAssumption, AssumptionChanges, ChangeAssumption
from iceberg.errors import EditRefusedError
from iceberg.model import Assumption, Canvas, StatusChange, Threshold
from iceberg.ui.assumptions import wording
from iceberg.ui.canvas.changes import Values, differing, figure_in


def added(assumption: Assumption, on: dt.date) -> AddAssumption:
    """A new assumption; its history begins with the day and the wording."""
    first = StatusChange(date=on, status=assumption.status, text=assumption.text)
    return AddAssumption(assumption=assumption.model_copy(update={"history": (first,)}))


def changed(assumption: Assumption, values: Values, on: dt.date) -> ChangeAssumption | None:
    """A change of what an assumption says; None where nothing would change.

    Other words get a dated line of history that is no look, so that what asked for one still asks.
    """
    given, text = {**values}, values["text"]
    if text != assumption.text:
        new = StatusChange(date=on, status=assumption.status, text=text, look=False)
        given["history"] = (*_noting_wording(assumption), new)
    changes = differing(assumption, AssumptionChanges(**given))
    return ChangeAssumption(assumption=assumption.id, changes=changes) if changes else None


def reviewed(assumption: Assumption, values: Values, on: dt.date) -> ChangeAssumption:
    """One edit for a whole review: status, wording, actions, next date, and a line of history."""
    given = {**values}
    note, text = given.pop("why"), given["text"]
    reworded = text != assumption.text
    new = StatusChange(date=on, status=given["status"], note=note, text=text if reworded else None)
    known = _noting_wording(assumption) if reworded else assumption.history
    given["history"] = (*known, new)
    changes = differing(assumption, AssumptionChanges(**given))
    return ChangeAssumption(assumption=assumption.id, changes=changes or AssumptionChanges())


def _noting_wording(assumption: Assumption) -> tuple[StatusChange, ...]:
    """The history with the wording so far in its last line, where no line tells it."""
    history = assumption.history
    if not history or any(line.text for line in history):
        return history
    return (*history[:-1], history[-1].model_copy(update={"text": assumption.text}))


def newest(canvas: Canvas, assumption: Assumption) -> Assumption:
    """The assumption as it is on the canvas now.

    Raises:
        EditRefusedError: it has gone meanwhile.
    """
    for one in canvas.assumptions:
        if one.id == assumption.id:
            return one
    raise EditRefusedError(wording.GONE)


def actions_in(lines: str) -> tuple[str, ...]:
    """The actions of a text with one a line."""
    return tuple(line.strip() for line in lines.splitlines() if line.strip())


def threshold_in(crossing: str, figure: str, card: str | None) -> Threshold | None:
    """The figure past which a reading warns; None where none is wanted.

    Raises:
        EditRefusedError: the figure is no number, or no card is named for it.
    """
    if crossing == "none":
        return None
    number: Any = figure_in(figure)
    if not isinstance(number, int | float):
        raise EditRefusedError(wording.NEEDS_FIGURE)
    if card is None:
        raise EditRefusedError(wording.NEEDS_CARD)
    return Threshold.model_validate({"crossing": crossing, "figure": number})
